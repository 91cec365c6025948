import type { Service } from '../enumerations.ts';
import type { Lexicon } from './lexicon.ts';

/** The fifteen services of the standard v0, the themes of data·inclusion v0 and v1, and the words of local files and of people. */
export const SERVICE_LEXICON: Lexicon<Service> = {
  isIllustratedInBrackets: true,
  terms: {
    'Aide aux démarches administratives': `
      devenir autonome dans les démarches administratives;
      réaliser des démarches administratives avec un accompagnement;
      réaliser des démarches administratives; accompagner les démarches de santé;
      accéder à des services en ligne; accompagnement aux démarches administratives;
      démarche administrative; démarche en ligne; démarche dématérialisée; aide aux démarches;
      accompagnement aux démarches; aide administrative; aide aux démarches dématérialisées;
      assistance sur les services administratifs en ligne; service administratif en ligne;
      administration en ligne; e-administration; accès aux droits; accompagnement pour l’accès aux droits;
      accompagnement CAF; accompagnement CPAM; accompagnement impôts; accompagnement CARSAT;
      accompagnement Pôle emploi; accompagnement France Travail; demande de logement;
      prise de rdv en préfecture; services publics dématérialisés;
      ateliers de formation aux services publics dématérialisés; téléprocédure; télédéclaration;
      santé accès aux soins; démarches de santé; autres démarches en ligne;
      formation pour réaliser des démarches en ligne; guichet numérique; papiers administratifs;
      principaux services en ligne; connaître ses droits; faire valoir ses droits; ouverture de droits;
      e-démarche; démarche sur internet; démarche numérique; demande en ligne; formulaire en ligne;
      dossier en ligne; déclaration d’impôts; déclaration de revenus; déclarer ses revenus; impôts en ligne;
      carte grise; FranceConnect; ANTS; compte ameli; site de la CAF; espace personnel CAF;
      service public en ligne; services publics numériques; administration numérique; écrivain public;
      prendre rendez-vous chez le médecin; rendez-vous médical en ligne; doctolib;
      aide à la saisie de dossiers; médiation administrative`,
    'Maîtrise des outils numériques du quotidien': `
      prendre en main un smartphone ou une tablette; prendre en main un smartphone;
      prendre en main une tablette; prendre en main un ordinateur; utiliser le numérique au quotidien;
      maîtriser les fondamentaux du numérique; maîtrise des outils numériques;
      initiation aux outils numériques; être initié aux outils numériques; initiation au numérique;
      perfectionnement aux outils numériques; atelier d’initiation à l’informatique;
      initiation à l’informatique; initiation informatique; initiation internet;
      initiation aux équipements et outils numériques; formation aux bases du numérique;
      formation numérique de base; formation numérique pour se perfectionner;
      formation aux outils numériques; ateliers de formation aux outils numériques;
      formation informatique; cours d’informatique; cours informatique; atelier numérique;
      atelier informatique; bureautique; traitement de texte; tableur;
      faire un diagnostic des compétences numériques; découvrir l’ordinateur et son environnement;
      découvrir l’ordinateur; découvrir la tablette et son environnement; découvrir la tablette;
      découvrir le smartphone et son environnement; découvrir le smartphone; découvrir les périphériques;
      créer et gérer une adresse mail; messagerie électronique; courrier électronique;
      gérer ses documents; écrire un document; naviguer sur des sites web; navigation sur internet;
      rechercher des informations sur internet; compétences numériques de base;
      accompagnement vers l’autonomie numérique; outils numériques du quotidien; usages du quotidien;
      lien social réseaux sociaux communication;
      réseaux sociaux; messagerie; boîte mail; boîte e-mail; adresse mail; adresse e-mail; compte email;
      compte mail; compte e-mail; gérer ses emails; gérer ses e-mails; gérer ses mails; gérer ses courriels;
      envoyer un email; envoyer des emails; envoyer des mails; envoyer et recevoir des mails; webmail;
      utiliser internet; utilisation d’internet; naviguer sur internet; naviguer sur le web; naviguer sur le net;
      naviguer sur un site; navigation internet; navigation web; découverte d’internet; découvrir internet;
      recherche sur internet; recherches sur internet; communiquer et échanger sur internet;
      communiquer sur internet; communiquer en ligne; gérer des documents numériques; gérer ses fichiers;
      gestion de fichiers; gestion des fichiers; fichiers et dossiers; classer ses documents;
      classer ses photos; classer et partager ses photos; partager ses photos; stocker ses photos;
      trier ses photos; transférer ses photos; clé usb; stockage en ligne; outils du cloud; stockage cloud;
      suite bureautique; outils bureautiques; libre office; libreoffice; open office; word; excel; powerpoint;
      diaporama; outils collaboratifs; agenda en ligne; télécharger une application;
      télécharger des applications; installer une application; installer un logiciel; clavier et souris;
      maniement de la souris; prise en main de l’ordinateur; prise en main d’un ordinateur;
      prise en main du smartphone; prise en main d’un smartphone; prise en main de la tablette;
      prise en main d’une tablette; prise en main des outils; prise en main des outils numériques;
      prendre en main son ordinateur; prendre en main son smartphone; prendre en main sa tablette;
      prendre en main un équipement informatique;
      prendre en main un ordinateur une tablette ou un smartphone;
      prendre en main un ordinateur un smartphone ou une tablette; utiliser un ordinateur; utiliser une tablette;
      utiliser un smartphone; utiliser son ordinateur; utiliser son smartphone; utiliser sa tablette;
      atelier smartphone; atelier tablette; atelier ordinateur; cours de tablette; initiation tablette;
      initiation smartphone; initiation ordinateur; initiation à l’ordinateur; initiation à la tablette;
      initiation au smartphone; initiation à internet; initiation bureautique; initiation numérique;
      s’approprier un équipement numérique; utiliser un équipement numérique; utiliser les outils numériques;
      débuter en informatique; débuter sur ordinateur; grand débutant; atelier débutant; atelier pour débutants; cours débutant; premiers pas; bases de l’informatique;
      bases du numérique; bases de l’ordinateur; perfectionnement informatique; apprentissage du numérique;
      apprentissage de l’informatique; signer numériquement; signature électronique; achat en ligne;
      acheter en ligne; vendre en ligne; vente en ligne; outils cartographiques; cartographie en ligne;
      itinéraire en ligne; compétences numériques; culture numérique de base; usages numériques du quotidien;
      usages quotidiens`,
    'Insertion professionnelle via le numérique': `
      favoriser mon insertion professionnelle; créer et développer mon entreprise;
      insertion professionnelle; insertion par le numérique; recherche d’emploi;
      techniques de recherche d’emploi; utiliser le numérique pour la recherche d’emploi; CV;
      lettre de motivation; création d’entreprise; accompagnement à la création d’entreprise;
      entreprenariat; entrepreneuriat; emploi; métiers du numérique; métiers de la filière numérique;
      formation professionnelle; employabilité;
      offre d’emploi; emploi store; curriculum vitae; entretien d’embauche; candidature; candidater;
      insertion par l’emploi; retour à l’emploi; aide à l’emploi; réseau social professionnel;
      réseaux sociaux professionnels; linkedin; bilan de compétences; reconversion professionnelle;
      orientation professionnelle; projet professionnel`,
    'Utilisation sécurisée du numérique': `
      utilisation sécurisée; cybersécurité; sécurité numérique; sécurité informatique; arnaque;
      cybermalveillance; risques d’internet; sensibilisation aux risques d’internet; risques du numérique;
      mot de passe; identité numérique; gestion de son identité numérique; sensibilisation vie privée;
      vie privée; gérer ses données numériques; données personnelles; bonnes pratiques numériques;
      prévention sur les usages numériques;
      protéger ses données; protection des données; protection de la vie privée; effacer ses traces;
      traces numériques; traces sur internet; gérer ses données; sécuriser ses usages;
      sécuriser ses usages numériques; sécuriser ses données; sécuriser son ordinateur; naviguer en sécurité;
      naviguer en toute sécurité; surfer en sécurité; surfer en toute sécurité; sécurité sur internet;
      sécurité en ligne; sécurité des données; internet en toute sécurité; paiement sécurisé;
      paiement en ligne; payer en ligne; achat sécurisé; antivirus; virus; phishing; hameçonnage;
      piratage; escroquerie; fraude en ligne; e-réputation; réputation en ligne; RGPD; cyberharcèlement;
      harcèlement en ligne; cyber sécurité; dangers d’internet; dangers du numérique; mots de passe;
      fausses annonces; spam`,
    'Parentalité et éducation avec le numérique': `
      soutenir la parentalité et l’éducation avec le numérique; parentalité; parentalité numérique;
      e-parentalité; la parentalité à l’ère du numérique; scolarité et parentalité; scolarité;
      usages numériques scolaires; démarches en lien avec la scolarité; contrôle parental;
      prévention écran; addiction aux écrans; aide aux devoirs;
      prévention écrans; atelier à destination des parents; atelier pour les parents; atelier parents enfants;
      jouer son rôle de parent; rôle de parent; être parent; parent à l’ère numérique;
      parents à l’ère du numérique; enfants face aux écrans; enfants et les écrans; enfants et écrans;
      les parents et les enfants face aux écrans; écrans en famille; temps d’écran; exposition aux écrans;
      usage des écrans; gestion des écrans; écrans et enfants; éducation au numérique; ENT; pronote;
      espace numérique de travail; suivi scolaire; suivi de la scolarité; accompagnement à la scolarité;
      soutien scolaire; accompagnement scolaire; réussite éducative`,
    'Loisirs et créations numériques': `
      créer avec le numérique; loisir et création; loisir; activités récréatives numériques;
      pratiquer des activités récréatives numériques;
      utiliser le numérique à des fins créatives et récréatives; activité ludique et de loisir;
      activité ludique; fins créatives; création numérique; création graphique; montage photo;
      montage vidéo; retouche photo; impression 3d; imprimante 3d; découpeuse laser;
      fabrication numérique; outils de fabrication numérique; robotique; codage; programmation;
      jeux vidéo; jeu vidéo; réalité virtuelle; musée numérique; fablab;
      culture loisirs et divertissement;
      modélisation 3d; scanner 3d; retoucher ses photos; retouche d’image; retouche d’images; photo numérique;
      découvrir le montage vidéo; création vidéo; vidéo numérique; podcast; webradio; web radio; musique numérique;
      musique assistée par ordinateur; MAO; dessin numérique; art numérique; arts numériques;
      découpeuse numérique; découpe laser; découpeuse vinyle; scratch; arduino; raspberry; électronique;
      créer un site; créer un blog; création de site; création de blog; création d’un site internet; généalogie;
      esport; e-sport; game jam; makerspace; hackerspace; culture numérique récréative`,
    'Compréhension du monde numérique': `
      approfondir ma culture numérique; approfondir sa culture numérique;
      promouvoir la citoyenneté numérique; citoyenneté numérique; culture numérique;
      sensibilisation culture numérique; éducation aux médias et à l’information; éducation aux médias;
      fake news; désinformation; enjeux du numérique; intelligence artificielle;
      conférences sur des thématiques numériques; numérique responsable;
      connaître les pratiques et les usages;
      comprendre le numérique; comprendre les cultures numériques; cultures numériques; comprendre internet;
      développer sa culture numérique; connaître les usages; pratiques numériques; monde numérique;
      débat sur le numérique; café numérique; logiciel libre; alternative à; alternatives à; wikipédia;
      veille numérique; organiser et partager sa veille; esprit critique; infox; fausses informations; algorithme;
      impact environnemental du numérique; sobriété numérique; données ouvertes; open data; transition numérique;
      acculturation numérique; sensibilisation au numérique; éducation à l’information`,
    'Accès internet et matériel informatique': `
      accéder à une connexion internet; accéder à du matériel; accès à internet en autonomie;
      accès internet; accès à internet; accès wifi; réseau wifi; wifi; connexion internet;
      accès libre à du matériel informatique; accès libre à un espace équipé ou connecté;
      accès libre à une connexion; accès à des équipements; matériel informatique;
      postes informatiques avec internet; poste informatique; ordinateur; utilisation ordinateur;
      utilisation d’une imprimante; utilisation d’un scanner; imprimante; imprimante multifonctions;
      impression de documents; impression; scanner; scan de documents; photocopieuse; photocopie;
      copie de document; tablette; smartphone; visioconférence; vidéoprojecteur; prêt de matériel;
      libre accès;
      connexion wifi; connexion à internet; accès au wifi; accès à un ordinateur; accès à des ordinateurs;
      accès aux ordinateurs; accès à l’informatique; accès informatique; mise à disposition d’ordinateurs;
      mise à disposition de matériel; mise à disposition d’équipements; ordinateurs en libre service;
      ordinateurs en accès libre; ordinateurs en libre accès; postes en libre accès; poste en libre accès;
      surfer librement sur internet; borne internet; borne numérique; salle informatique; salle multimédia;
      espace multimédia; espace informatique; cyberespace; cybercafé; vidéo projecteur; prêt d’ordinateur;
      prêt d’ordinateurs; prêt de tablettes; prêt d’équipement; location de matériel informatique;
      équipement informatique; équipements numériques; webcam; visio conférence; plastification`,
    'Acquisition de matériel informatique à prix solidaire': `
      s’équiper en matériel informatique; acquérir un équipement; acquisition de matériel;
      vente solidaire de matériel; vente de matériel; achat équipement à bas coût; achat équipement à bas;
      matériel à prix solidaire; matériel reconditionné; fourniture de matériel reconditionné;
      ordinateur reconditionné; prix solidaire; dotation de matériel; don de matériel;
      équipement à prix réduit;
      acheter un ordinateur; acheter un ordinateur reconditionné; achat de matériel; achat d’ordinateur;
      ordinateur à prix solidaire; matériel à bas coût; matériel informatique à bas coût;
      don d’ordinateur; dons d’ordinateurs; dotation de matériel numérique; équipement reconditionné;
      ordinateurs reconditionnés; reconditionnement; vente d’ordinateurs; vente solidaire;
      s’équiper en matériel`,
  },
  silent: `
    pôle emploi; france travail; CAF; CPAM; numérique; accompagnement individuel; accompagnement;
    accompagnement personnel; atelier collectif; ateliers collectifs ou formations; atelier; formation;
    logement; mobilité; aide à la consommation; accompagnement budgétaire; médiation culturelle;
    informations; organisme de formation; se former; autre; autres; culture; santé; lien social;
    cohésion et vivre ensemble; se déplacer; sports; enseignement; réparation; réparation de matériel;
    atelier de réparation; atelier de réparation de matériel informatique; réparation informatique;
    réparation de matériel informatique; participer à des moocs; mooc; utiliser un emplacement de co working;
    co working; coworking; adresse mail du lieu; contact; nous contacter par mail; offres d’emploi de la structure;
    aucun équipement; aucun équipement mis à disposition; aucun; appareil photo; téléphone; espace de confidentialité;
    découvrir les métiers; accès aux soins`,
};
