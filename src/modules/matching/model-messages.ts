import { formatNumber, nb } from '../../platform/i18n/french-form.ts';
import { defineMessages, type Lang } from '../../platform/i18n/messages.ts';

interface EffectInWords {
  count: number;
  changed: string;
  before: string;
  after: string;
}

/** Words of the pages and commands about learnt weights. */
export const MODELS = defineMessages({
  fr: {
    title: 'Ce que la comparaison a appris',
    back: 'Doublons à revoir',
    lead: 'Vos décisions apprennent à la comparaison à mieux reconnaître les doublons. Rien ne change avant votre accord.',
    inForceTitle: 'En service',
    reasoned: 'Les réglages d’origine',
    goBack: 'Revenir aux réglages d’origine',
    reasonedInForce: 'Les réglages d’origine sont en service. Ils n’ont lu aucune décision.',
    learntFrom: (decisions: string) => `La comparaison a appris de ${decisions} décisions`,
    learntInForce: (version: number, decisions: string) =>
      `La version ${version} est en service. Elle a appris de ${decisions} décisions.`,
    chosenBy: (who: string, date: string) => `Choix fait par ${who}, le ${date}.`,
    learnTitle: 'Apprendre de vos décisions',
    lessons: (count: number, formatted: string) =>
      count === 0
        ? 'Aucune décision ne peut servir pour l’instant.'
        : count === 1
          ? 'Une décision peut servir.'
          : `${formatted} décisions peuvent servir.`,
    least: (decisions: number, each: number) =>
      `Il en faut ${decisions}, dont ${each} « même lieu » et ${each} autres réponses. Avec moins, le hasard des paires pèserait trop.`,
    missing: (decisions: number, same: number, other: number) =>
      `Il manque encore : ${[
        decisions > 0 && `${decisions} décisions`,
        same > 0 && `${same} « même lieu »`,
        other > 0 && `${other} autres réponses`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    learn: 'Apprendre de ces décisions',
    versions: 'Versions apprises',
    version: 'Version',
    versionName: (version: number) => `Version ${version}`,
    learntOn: 'Apprise le',
    who: 'Par qui',
    decisions: 'Décisions',
    agreedBefore: 'Accord avant',
    agreedAfter: 'Accord après',
    state: 'État',
    states: { inForce: 'en service', worse: 'écartée', ready: 'peut servir' },
    share: (agreed: string, all: string) => `${agreed} sur ${all}`,
    agreementTitle: 'Accord avec vos décisions',
    agreementWhy:
      'Chaque décision est jugée par des réglages qui ne l’ont pas lue. C’est une validation croisée, en dix parts.',
    weighing: 'Réglages',
    before: 'Avant',
    after: 'Après',
    agreed: 'D’accord',
    wronglyJoined: 'Réunis à tort',
    missed: 'Séparés à tort',
    worseTitle: 'Cette version ne peut pas être mise en service',
    worseWhy:
      'Jugée sur vos décisions, elle se trompe plus souvent, ou avec plus d’assurance. Rien ne change.',
    effectTitle: 'Ce qui changerait dans l’annuaire',
    effect: ({ count, changed, before, after }: EffectInWords) =>
      count === 0
        ? `Aucun lieu ne changerait. L’annuaire compte ${before} lieux.`
        : `${count === 1 ? 'Un lieu changerait' : `${changed} lieux changeraient`}. L’annuaire passerait de ${before} à ${after} lieux.`,
    firstChanges: (shown: string, all: string) => `Premiers changements : ${shown} sur ${all}`,
    today: 'Aujourd’hui',
    later: 'Ensuite',
    placeOf: (name: string, records: number) => (records === 1 ? name : `${name} (${records} fiches)`),
    weightsTitle: 'Les preuves qui changent le plus de poids',
    evidence: 'Preuve',
    use: 'Mettre en service',
    useWhy: 'Vous pourrez revenir à une autre version à tout moment.',
    isInForce: 'Ces réglages sont en service.',
    done: {
      used: 'C’est fait : ces réglages sont en service.',
      learnt: 'Une version est apprise. Elle attend votre accord.',
      'too-few': 'Il n’y a pas encore assez de décisions.',
      worse: 'Cette version ne peut pas être mise en service. Rien n’a changé.',
      'unknown-model': 'Cette version n’existe pas. Rien n’a changé.',
      'already-in-force': 'Ces réglages sont déjà en service. Rien n’a changé.',
    },
    preparingTitle: 'Les doublons se préparent',
    preparingWhy: 'Les fiches ont changé. Nous les comparons de nouveau, en quelques secondes.',
    preparingReload: 'Cette page se recharge seule.',
    preparingNow: 'Voir où cela en est',
    wrongVersion: 'Indiquez une version : un numéro, ou « reasoned » pour les réglages d’origine.',
    usedLine: (version: string, changed: string) =>
      `${version} : en service. ${changed} lieux changent dans l’annuaire.`,
    listLine: (one: {
      version: number;
      date: string;
      decisions: string;
      before: string;
      after: string;
      state: string;
    }) =>
      `  ${one.version} · ${one.date} · ${one.decisions} décisions · accord ${one.before} puis ${one.after} · ${one.state}`,
  },
  en: {
    title: 'What the comparison has learnt',
    back: 'Duplicates to review',
    lead: 'Your decisions teach the comparison to recognise duplicates better. Nothing changes before you agree.',
    inForceTitle: 'In force',
    reasoned: 'The original settings',
    goBack: 'Go back to the original settings',
    reasonedInForce: 'The original settings are in force. They have read no decision.',
    learntFrom: (decisions) => `The comparison has learnt from ${decisions} decisions`,
    learntInForce: (version, decisions) =>
      `Version ${version} is in force. It learnt from ${decisions} decisions.`,
    chosenBy: (who, date) => `Chosen by ${who}, ${date}.`,
    learnTitle: 'Learn from your decisions',
    lessons: (count, formatted) =>
      count === 0
        ? 'No decision can be used for now.'
        : count === 1
          ? 'One decision can be used.'
          : `${formatted} decisions can be used.`,
    least: (decisions, each) =>
      `It takes ${decisions}, with ${each} “same place” and ${each} other answers. With fewer, chance would weigh too much.`,
    missing: (decisions, same, other) =>
      `Still missing: ${[
        decisions > 0 && `${decisions} decisions`,
        same > 0 && `${same} “same place”`,
        other > 0 && `${other} other answers`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    learn: 'Learn from these decisions',
    versions: 'Learnt versions',
    version: 'Version',
    versionName: (version) => `Version ${version}`,
    learntOn: 'Learnt on',
    who: 'By whom',
    decisions: 'Decisions',
    agreedBefore: 'Agreement before',
    agreedAfter: 'Agreement after',
    state: 'State',
    states: { inForce: 'in force', worse: 'set aside', ready: 'can be used' },
    share: (agreed, all) => `${agreed} of ${all}`,
    agreementTitle: 'Agreement with your decisions',
    agreementWhy:
      'Each decision is judged by settings that have not read it. This is a cross-validation, in ten parts.',
    weighing: 'Settings',
    before: 'Before',
    after: 'After',
    agreed: 'Agree',
    wronglyJoined: 'Wrongly joined',
    missed: 'Wrongly kept apart',
    worseTitle: 'This version cannot be put in force',
    worseWhy: 'Judged on your decisions, it is wrong more often, or with more assurance. Nothing changes.',
    effectTitle: 'What would change in the directory',
    effect: ({ count, changed, before, after }) =>
      count === 0
        ? `No place would change. The directory has ${before} places.`
        : `${count === 1 ? 'One place would change' : `${changed} places would change`}. The directory would go from ${before} to ${after} places.`,
    firstChanges: (shown, all) => `First changes: ${shown} of ${all}`,
    today: 'Today',
    later: 'Then',
    placeOf: (name, records) => (records === 1 ? name : `${name} (${records} records)`),
    weightsTitle: 'The evidence whose weight changes most',
    evidence: 'Evidence',
    use: 'Put in force',
    useWhy: 'You can go back to another version at any time.',
    isInForce: 'These settings are in force.',
    done: {
      used: 'Done: these settings are in force.',
      learnt: 'A version is learnt. It waits for your agreement.',
      'too-few': 'There are not enough decisions yet.',
      worse: 'This version cannot be put in force. Nothing has changed.',
      'unknown-model': 'This version does not exist. Nothing has changed.',
      'already-in-force': 'These settings are already in force. Nothing has changed.',
    },
    preparingTitle: 'Duplicates are being prepared',
    preparingWhy: 'Records have changed. We are comparing them again, in a few seconds.',
    preparingReload: 'This page reloads by itself.',
    preparingNow: 'See how far it is',
    wrongVersion: 'Name a version: a number, or “reasoned” for the original settings.',
    usedLine: (version, changed) => `${version}: in force. ${changed} places change in the directory.`,
    listLine: (one) =>
      `  ${one.version} · ${one.date} · ${one.decisions} decisions · agreement ${one.before} then ${one.after} · ${one.state}`,
  },
});

/** What a page may say that has just been done. */
export type ModelSaid = keyof (typeof MODELS)['fr']['done'];

/** « 52 sur 57 ». */
export const shareOf = ({ agreed, decisions }: { agreed: number; decisions: number }, lang: Lang): string =>
  nb(MODELS[lang].share(formatNumber(agreed, lang), formatNumber(decisions, lang)));
