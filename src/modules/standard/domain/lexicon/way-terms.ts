import type { AccessMode, Mobility, SupportMode } from '../enumerations.ts';
import type { Lexicon } from './lexicon.ts';

export const MOBILITY_LEXICON: Lexicon<Mobility> = {
  terms: {
    Itinérant: `
      itinérant; itinérante; itinérance; en itinérance; mobile; bus; bus équivalent; camion; camionnette;
      caravane; hors les murs; nomade; tournée`,
    Fixe: 'fixe; lieu fixe; site fixe; site principal; sédentaire',
  },
  silent: 'antenne; principal; multisites; en partie',
  whole: { Itinérant: 'oui; true; vrai; yes; 1', Fixe: 'non; false; faux; no; 0' },
};

/** `modes_mobilisation` of data·inclusion v1 too. */
export const ACCESS_MODE_LEXICON: Lexicon<AccessMode> = {
  terms: {
    'Se présenter': `
      se présenter; se rendre sur place; sur place; venir sur place; sans rendez-vous; sans rdv;
      accueil sans rendez-vous; guichet d’accueil; accueil physique; accueil libre`,
    Téléphoner: 'téléphoner; téléphone; par téléphone; appeler; appel téléphonique; tél',
    'Contacter par mail': `
      contacter par mail; envoyer un mail; envoyer un courriel; par mail; par courriel; mail; courriel;
      e-mail; email; formulaire de contact`,
    'Prendre un RDV en ligne': `
      prendre un rdv en ligne; prendre rdv en ligne; prendre un rendez-vous en ligne;
      prendre rendez-vous en ligne; rdv en ligne; rendez-vous en ligne; prise de rendez-vous en ligne;
      utiliser lien mobilisation; utiliser le lien de mobilisation; site en ligne`,
    "Ce lieu n'accueille pas de public": `
      ce lieu n’accueille pas de public; n’accueille pas de public; n’accueille plus de public;
      n’accueille plus de publics; pas d’accueil du public; fermé au public`,
    'Envoyer un mail avec une fiche de prescription': `
      envoyer un mail avec une fiche de prescription; fiche de prescription; sur prescription;
      prescription; orientation par un prescripteur`,
  },
  silent: `
    sur rendez-vous; sur rdv; rendez-vous; rdv; sur inscription; inscription;
    completer le formulaire d adhesion; en libre accès; se renseigner; usagers; professionnels; autre;
    autres; other`,
};

/** The standard v0 had « à ma place »: v1 counts it as individual support, as the reference library does. */
export const SUPPORT_MODE_LEXICON: Lexicon<SupportMode> = {
  terms: {
    'En autonomie': `
      en autonomie; autonomie; seul j’ai accès à du matériel et une connexion; accès libre; libre accès;
      en libre accès; accueil libre; simple accès; accès libre à une connexion et à du matériel;
      accès libre avec un accompagnement; point numérique ordinateurs et accompagnement ponctuel;
      accès ordinateurs sans accompagnement; simple accès ordinateurs sans accompagnement;
      accès libre à un espace équipé ou connecté`,
    'Accompagnement individuel': `
      accompagnement individuel; accompagnement individuel sur rendez-vous;
      accompagnement individuel sans rendez-vous; accompagnement individualisé;
      accompagnement personnalisé; accompagnement personnel;
      avec de l’aide je suis accompagné seul dans l’usage du numérique; avec de l’aide; individuel;
      individuelle; individuellement; assistance individuelle; atelier individuel; aide individuelle;
      a ma place une personne habilitée fait les démarches à ma place; a ma place; faire à la place de;
      délégation; guichet numérique poste de l’accompagnant; tête à tête`,
    'Dans un atelier collectif': `
      dans un atelier collectif;
      dans un atelier collectif j’apprends collectivement à utiliser le numérique;
      dans un atelier j’apprends collectivement à utiliser le numérique; dans un atelier;
      atelier collectif; atelier; ateliers collectifs ou formations; accompagnement en groupe;
      accompagnement en groupe sur inscription; accompagnement collectif;
      accompagnement collectif pour initiations; en groupe; collectif; collective; collectivement;
      formation; formation collective; formation ateliers thématiques; cours collectif`,
    'À distance': `
      à distance; a distance par téléphone ou en visioconférence; visio; visioconférence; en visio;
      téléassistance; par téléphone; accompagnement en ligne; aide en ligne; assistance en ligne;
      atelier en ligne; formation en ligne; cours en ligne; permanence en ligne`,
  },
  // « Démarches en ligne », « rendez-vous en ligne », « accompagnement CAF » say what is done, not how people are helped.
  whole: { 'À distance': 'en ligne', 'Accompagnement individuel': 'accompagnement' },
  silent: `
    en présentiel; impression; formation professionnelle; organisme de formation; atelier de réparation;
    formation en alternance; centre de formation; habilité aidants connect; achat équipement à bas coût; sur rendez-vous;
    sur inscription; non concerné; tiers lieux; fourniture de matériel reconditionné; information;
    aide financière; aide matérielle; autre; autres; other`,
};
