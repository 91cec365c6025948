import { formatDate, formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { PresetName } from './domain/programme.ts';
import type { AreaKind } from './domain/territory.ts';

const days = (count: number): string => `${formatNumber(count, 'fr')} ${count < 2 ? 'jour' : 'jours'}`;
const daysIn = (count: number): string => `${formatNumber(count, 'en')} ${count === 1 ? 'day' : 'days'}`;

/** What a programme decides: as questions of a form, and as sentences. */
export const TERMS = defineMessages({
  fr: {
    groups: {
      value: 'Ce que vaut un carnet',
      time: 'Combien de temps il sert',
      where: 'Où et pour qui',
      who: 'Qui remet, qui accepte',
      delays: 'Délais',
    },
    unit: 'Comment compter l’aide',
    units: { hours: 'En heures', euros: 'En euros' },
    passEuros: 'Valeur d’un pass, en euros',
    passEurosHint: 'Exemple : 15 ou 12,50',
    passMinutes: 'Durée payée par un pass, en minutes',
    passMinutesHint: 'Seulement si vous comptez en heures. Exemple : 60',
    passesPerBooklet: 'Nombre de pass dans un carnet',
    bonusEuros: 'Bonus quand tout le carnet est utilisé, en euros',
    bonusEurosHint: 'Laissez vide s’il n’y en a pas. Cette somme est réservée dès que le carnet est émis.',
    validity: 'Jusqu’à quand un carnet sert',
    validities: { months: 'Un nombre de mois après la remise', until: 'Le même jour pour tous' },
    months: 'Nombre de mois',
    until: 'Dernier jour',
    graceDays: 'Jours de tolérance après le dernier jour',
    graceDaysHint: 'Les lieux acceptent encore le carnet pendant ces jours.',
    statementDays: 'Jours pour contester, après la tolérance',
    statementDaysHint: 'Ensuite, ce qui reste revient aux financeurs.',
    areaHint: 'Codes officiels séparés par des espaces. Tout vide : partout.',
    areas: {
      commune: 'Communes (codes INSEE à 5 chiffres)',
      epci: 'Intercommunalités (SIREN à 9 chiffres)',
      departement: 'Départements',
      region: 'Régions (codes INSEE)',
    } satisfies Record<AreaKind, string>,
    publics: 'Personnes concernées',
    publicsHint: 'Une ligne par groupe. Vide : tout le monde.',
    themes: 'Thèmes de l’aide',
    themesHint: 'Une ligne par thème. Vide : tous les thèmes.',
    prescribers: 'Qui remet des carnets',
    prescribersHint: 'Rien de coché : tous ceux à qui vous envoyez des carnets.',
    structures: 'Lieux qui peuvent accepter',
    structuresHint: 'Rien de coché : tous les lieux sous convention.',
    noOrganisation: 'Aucune organisation de ce genre pour l’instant.',
    mayRedeemOwn: 'Un lieu peut accepter les carnets qu’il a remis lui-même',
    payWithinDays: 'Jours pour payer un lieu',
    silenceDays: 'Jours sans nouvelle avant un rappel',
    silenceDaysHint: 'Un prescripteur qui ne remet rien, un carnet que personne n’utilise.',
    bankDelayDays: 'Jours avant le premier virement vers un nouveau compte',
    bankDelayDaysHint: 'Ce délai laisse le temps de voir une fraude.',
    faults: {
      'choice-missing': 'Choisissez une réponse.',
      'amount-wrong': 'Écrivez un montant en euros, comme 15 ou 12,50.',
      'number-wrong': (least: number, most: number) =>
        `Écrivez un nombre entier, de ${formatNumber(least, 'fr')} à ${formatNumber(most, 'fr')}.`,
      'day-wrong': 'Écrivez une date, comme 2027-06-30.',
      'day-past': 'Ce jour est passé : aucun lieu n’accepterait les carnets.',
      'area-unknown': (code: string) => `Le code « ${code} » n’existe pas.`,
      'partner-unknown': 'Cette organisation n’existe plus. Choisissez de nouveau.',
    },
    say: {
      hours: (passes: number, value: string, minutes: number) =>
        `Un carnet contient ${formatNumber(passes, 'fr')} pass. Chaque pass paie ${minutes % 60 === 0 ? `${formatNumber(minutes / 60, 'fr')} h` : `${formatNumber(minutes, 'fr')} minutes`} d’aide et vaut ${value}.`,
      euros: (passes: number, value: string) =>
        `Un carnet contient ${formatNumber(passes, 'fr')} pass de ${value}.`,
      worth: (value: string) => `Un carnet entier vaut ${value}.`,
      bonus: (value: string) =>
        `Quand tous les pass sont utilisés, un bonus de ${value} s’y ajoute, une fois.`,
      months: (months: number) =>
        `Un carnet sert pendant ${formatNumber(months, 'fr')} mois après sa remise.`,
      until: (day: string) => `Tous les carnets servent jusqu’au ${formatDate(day, 'fr')}.`,
      grace: (count: number) =>
        count === 0 ? 'Ensuite, il est refusé.' : `Les lieux l’acceptent encore ${days(count)}.`,
      statement: (count: number) =>
        count === 0
          ? 'Ce qui reste revient aussitôt aux financeurs.'
          : `Ce qui reste revient aux financeurs ${days(count)} plus tard.`,
      everywhere: 'Il sert partout.',
      within: (names: string) => `Il sert ici : ${names}.`,
      everybody: 'Il est pour tout le monde.',
      publics: (names: string) => `Il est pour : ${names}.`,
      anyTheme: 'Il paie tous les thèmes d’aide.',
      themes: (names: string) => `Il paie ces thèmes : ${names}.`,
      anyPrescriber: 'Tous les prescripteurs qui reçoivent des carnets peuvent en remettre.',
      prescribers: (names: string) => `Seuls remettent des carnets : ${names}.`,
      anyStructure: 'Tous les lieux sous convention l’acceptent.',
      structures: (names: string) => `Seuls l’acceptent, sous convention : ${names}.`,
      own: 'Un lieu peut accepter les carnets qu’il a remis.',
      notOwn: 'Un lieu n’accepte pas les carnets qu’il a remis lui-même.',
      pay: (count: number) => `Chaque lieu est payé dans les ${days(count)}.`,
      silence: (count: number) => `Sans remise ou sans utilisation pendant ${days(count)}, un rappel part.`,
      bank: (count: number) =>
        count === 0
          ? 'Un nouveau compte est payé dès l’accord d’une deuxième personne.'
          : `Un nouveau compte est payé ${days(count)} après l’accord d’une deuxième personne.`,
    },
    areaName: { epci: 'intercommunalité', departement: 'département', region: 'région' },
    presets: {
      'rhone-alpes-2012': { name: 'Rhône-Alpes 2012', what: '10 heures, 150 €, puis un bonus de 30 €' },
      'aptic-2017': { name: '#Aptic 2017', what: '10 chèques de 10 €' },
      free: { name: 'Libre', what: '5 heures, à changer comme vous voulez' },
    } satisfies Record<PresetName, { name: string; what: string }>,
  },
  en: {
    groups: {
      value: 'What a booklet is worth',
      time: 'How long it can be used',
      where: 'Where and for whom',
      who: 'Who hands over, who accepts',
      delays: 'Delays',
    },
    unit: 'How help is counted',
    units: { hours: 'In hours', euros: 'In euros' },
    passEuros: 'Value of a pass, in euros',
    passEurosHint: 'Example: 15 or 12.50',
    passMinutes: 'Time paid by a pass, in minutes',
    passMinutesHint: 'Only when you count in hours. Example: 60',
    passesPerBooklet: 'Passes in a booklet',
    bonusEuros: 'Bonus once the whole booklet is used, in euros',
    bonusEurosHint: 'Leave empty for none. This sum is set aside as soon as the booklet is issued.',
    validity: 'Until when a booklet can be used',
    validities: { months: 'Some months after it is handed over', until: 'The same day for everyone' },
    months: 'Months',
    until: 'Last day',
    graceDays: 'Days of grace after the last day',
    graceDaysHint: 'Places still accept the booklet during these days.',
    statementDays: 'Days to contest, after grace',
    statementDaysHint: 'Then what is left goes back to the funders.',
    areaHint: 'Official codes separated by spaces. All empty: everywhere.',
    areas: {
      commune: 'Communes (INSEE codes of 5 digits)',
      epci: 'Groups of communes (SIREN of 9 digits)',
      departement: 'Départements',
      region: 'Regions (INSEE codes)',
    },
    publics: 'People concerned',
    publicsHint: 'One line per group. Empty: everybody.',
    themes: 'Themes of the help',
    themesHint: 'One line per theme. Empty: all themes.',
    prescribers: 'Who hands over booklets',
    prescribersHint: 'None ticked: all those to whom you send booklets.',
    structures: 'Places that may accept',
    structuresHint: 'None ticked: all places under agreement.',
    noOrganisation: 'No organisation of this kind yet.',
    mayRedeemOwn: 'A place may accept the booklets that it handed over itself',
    payWithinDays: 'Days to pay a place',
    silenceDays: 'Days without news before a reminder',
    silenceDaysHint: 'A referrer who hands nothing over, a booklet that nobody uses.',
    bankDelayDays: 'Days before the first transfer to a new account',
    bankDelayDaysHint: 'This delay leaves time to see a fraud.',
    faults: {
      'choice-missing': 'Choose an answer.',
      'amount-wrong': 'Write an amount in euros, such as 15 or 12.50.',
      'number-wrong': (least, most) =>
        `Write a whole number, from ${formatNumber(least, 'en')} to ${formatNumber(most, 'en')}.`,
      'day-wrong': 'Write a date, such as 2027-06-30.',
      'day-past': 'This day is past: no place would accept the booklets.',
      'area-unknown': (code) => `There is no code “${code}”.`,
      'partner-unknown': 'This organisation no longer exists. Choose again.',
    },
    say: {
      hours: (passes, value, minutes) =>
        `A booklet holds ${formatNumber(passes, 'en')} passes. Each pays for ${minutes % 60 === 0 ? `${formatNumber(minutes / 60, 'en')} h` : `${formatNumber(minutes, 'en')} minutes`} of help and is worth ${value}.`,
      euros: (passes, value) => `A booklet holds ${formatNumber(passes, 'en')} passes of ${value}.`,
      worth: (value) => `A whole booklet is worth ${value}.`,
      bonus: (value) => `When every pass is used, a bonus of ${value} is added, once.`,
      months: (months) =>
        `A booklet can be used for ${formatNumber(months, 'en')} months after it is handed over.`,
      until: (day) => `All booklets can be used until ${formatDate(day, 'en')}.`,
      grace: (count) =>
        count === 0 ? 'Then it is refused.' : `Places still accept it for ${daysIn(count)}.`,
      statement: (count) =>
        count === 0
          ? 'What is left goes back to the funders at once.'
          : `What is left goes back to the funders ${daysIn(count)} later.`,
      everywhere: 'It can be used everywhere.',
      within: (names) => `It can be used here: ${names}.`,
      everybody: 'It is for everybody.',
      publics: (names) => `It is for: ${names}.`,
      anyTheme: 'It pays for every theme of help.',
      themes: (names) => `It pays for these themes: ${names}.`,
      anyPrescriber: 'All referring organisations that receive booklets may hand them over.',
      prescribers: (names) => `Only these hand over booklets: ${names}.`,
      anyStructure: 'All places under agreement accept it.',
      structures: (names) => `Only these accept it, under agreement: ${names}.`,
      own: 'A place may accept booklets that it handed over.',
      notOwn: 'A place does not accept booklets that it handed over itself.',
      pay: (count) => `Each place is paid within ${daysIn(count)}.`,
      silence: (count) => `With nothing handed over or used for ${daysIn(count)}, a reminder leaves.`,
      bank: (count) =>
        count === 0
          ? 'A new account is paid as soon as a second person agrees.'
          : `A new account is paid ${daysIn(count)} after a second person agrees.`,
    },
    areaName: { epci: 'group of communes', departement: 'département', region: 'region' },
    presets: {
      'rhone-alpes-2012': { name: 'Rhône-Alpes 2012', what: '10 hours, €150, then a bonus of €30' },
      'aptic-2017': { name: '#Aptic 2017', what: '10 vouchers of €10' },
      free: { name: 'Free', what: '5 hours, to change as you wish' },
    },
  },
});
