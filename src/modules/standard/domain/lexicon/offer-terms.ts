import type { Fee, Service } from '../enumerations.ts';
import type { Lexicon } from './lexicon.ts';

/** The fifteen services of the standard v0, the themes of data·inclusion v0 and v1, and the words of local files. */
export const SERVICE_LEXICON: Lexicon<Service> = {
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
      formation pour réaliser des démarches en ligne; guichet numérique; papiers administratifs`,
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
      lien social réseaux sociaux communication`,
    'Insertion professionnelle via le numérique': `
      favoriser mon insertion professionnelle; créer et développer mon entreprise;
      insertion professionnelle; insertion par le numérique; recherche d’emploi;
      techniques de recherche d’emploi; utiliser le numérique pour la recherche d’emploi; CV;
      lettre de motivation; création d’entreprise; accompagnement à la création d’entreprise;
      entreprenariat; entrepreneuriat; emploi; métiers du numérique; métiers de la filière numérique;
      formation professionnelle; employabilité`,
    'Utilisation sécurisée du numérique': `
      utilisation sécurisée; cybersécurité; sécurité numérique; sécurité informatique; arnaque;
      cybermalveillance; risques d’internet; sensibilisation aux risques d’internet; risques du numérique;
      mot de passe; identité numérique; gestion de son identité numérique; sensibilisation vie privée;
      vie privée; gérer ses données numériques; données personnelles; bonnes pratiques numériques;
      prévention sur les usages numériques`,
    'Parentalité et éducation avec le numérique': `
      soutenir la parentalité et l’éducation avec le numérique; parentalité; parentalité numérique;
      e-parentalité; la parentalité à l’ère du numérique; scolarité et parentalité; scolarité;
      usages numériques scolaires; démarches en lien avec la scolarité; contrôle parental;
      prévention écran; addiction aux écrans; aide aux devoirs`,
    'Loisirs et créations numériques': `
      créer avec le numérique; loisir et création; loisir; activités récréatives numériques;
      pratiquer des activités récréatives numériques;
      utiliser le numérique à des fins créatives et récréatives; activité ludique et de loisir;
      activité ludique; fins créatives; création numérique; création graphique; montage photo;
      montage vidéo; retouche photo; impression 3d; imprimante 3d; découpeuse laser;
      fabrication numérique; outils de fabrication numérique; robotique; codage; programmation;
      jeux vidéo; jeu vidéo; réalité virtuelle; musée numérique; fablab;
      culture loisirs et divertissement`,
    'Compréhension du monde numérique': `
      approfondir ma culture numérique; approfondir sa culture numérique;
      promouvoir la citoyenneté numérique; citoyenneté numérique; culture numérique;
      sensibilisation culture numérique; éducation aux médias et à l’information; éducation aux médias;
      fake news; désinformation; enjeux du numérique; intelligence artificielle;
      conférences sur des thématiques numériques; numérique responsable;
      connaître les pratiques et les usages`,
    'Accès internet et matériel informatique': `
      accéder à une connexion internet; accéder à du matériel; accès à internet en autonomie;
      accès internet; accès à internet; accès wifi; réseau wifi; wifi; connexion internet;
      accès libre à du matériel informatique; accès libre à un espace équipé ou connecté;
      accès libre à une connexion; accès à des équipements; matériel informatique;
      postes informatiques avec internet; poste informatique; ordinateur; utilisation ordinateur;
      utilisation d’une imprimante; utilisation d’un scanner; imprimante; imprimante multifonctions;
      impression de documents; impression; scanner; scan de documents; photocopieuse; photocopie;
      copie de document; tablette; smartphone; visioconférence; vidéoprojecteur; prêt de matériel;
      libre accès`,
    'Acquisition de matériel informatique à prix solidaire': `
      s’équiper en matériel informatique; acquérir un équipement; acquisition de matériel;
      vente solidaire de matériel; vente de matériel; achat équipement à bas coût; achat équipement à bas;
      matériel à prix solidaire; matériel reconditionné; fourniture de matériel reconditionné;
      ordinateur reconditionné; prix solidaire; dotation de matériel; don de matériel;
      équipement à prix réduit`,
  },
  silent: `
    pôle emploi; france travail; CAF; CPAM; numérique; accompagnement individuel; accompagnement;
    accompagnement personnel; atelier collectif; ateliers collectifs ou formations; atelier; formation;
    logement; mobilité; aide à la consommation; accompagnement budgétaire; médiation culturelle;
    informations; organisme de formation; se former; autre; autres`,
};

/** `conditions_acces` of the standard v0 too; membership fees are fees, and the pass pays in the place of the person. */
export const FEE_LEXICON: Lexicon<Fee> = {
  terms: {
    Gratuit: `
      gratuit; gratuite; gratuité; gratuitement;
      gratuit je peux accéder gratuitement au lieu et à ses services; gratuit pour tous;
      gratuit pour toutes et tous; accès libre et gratuit; service public gratuit; non payant; pas payant;
      sans frais; 0 euro; 0euro; aucun frais; tout est gratuit; free`,
    'Gratuit sous condition': `
      gratuit sous condition; gratuite sous condition; gratuité sous condition;
      gratuit sous condition la gratuité est conditionnée à des critères situation familiale convention avec un organisme social;
      gratuit à condition; gratuit pour les; gratuit pour; gratuit avec adhésion; gratuit sur adhésion;
      gratuit après adhésion; gratuité conditionnée; solidaire; tarif solidaire; tarif réduit;
      solidaire tarif réduit adapté à la situation sociale familiale ou convention avec un organisme solidaire;
      pass numérique; accepte le pass numérique;
      accepte le pass numérique il est possible d’utiliser un pass numérique pour accéder au lieu;
      agrée pass numérique`,
    Payant: `
      payant; payante; payant l’accès au lieu et ou à ses services est payant; adhésion;
      adhésion l’accès au lieu et ou à ses services nécessite d’y adhérer; adhésion annuelle; cotisation;
      abonnement; forfait; tarif; tarification; participation financière; contribution financière`,
  },
  silent: `
    se renseigner; nous consulter; selon public et prestation; non renseigné; voir sur place; autre;
    autres`,
};
