import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { NeedKey } from './domain/needs.ts';

const places = (count: number) => (count === 1 ? '1 lieu' : `${formatNumber(count, 'fr')} lieux`);
const placesEn = (count: number) => (count === 1 ? '1 place' : `${formatNumber(count, 'en')} places`);

/** « de Bron », « d’Oullins », « du Havre », « des Abrets »: what follows « près ». */
function ofTown(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[AEIOUYÀÂÉÈÊÎÔ]/.test(name) ? `d’${name}` : `de ${name}`;
}

export const NEED_WORDS = defineMessages({
  fr: {
    demarche: { name: 'Faire une démarche', hint: 'Impôts, CAF, santé', sentence: 'faire une démarche' },
    apprendre: { name: 'Apprendre', hint: 'Ordinateur, téléphone', sentence: 'apprendre' },
    materiel: {
      name: 'Acheter moins cher',
      hint: 'Ordinateur, téléphone',
      sentence: 'acheter du matériel moins cher',
    },
    internet: { name: 'Avoir internet', hint: 'Wifi, ordinateur', sentence: 'utiliser internet' },
    travail: { name: 'Chercher du travail', hint: 'CV, annonces', sentence: 'chercher du travail' },
    enfant: { name: 'Aider mon enfant', hint: 'École, écrans', sentence: 'aider votre enfant' },
    proteger: { name: 'Me protéger', hint: 'Arnaque, mot de passe', sentence: 'vous protéger' },
    tout: { name: 'Je ne sais pas', hint: 'Voir tous les lieux', sentence: '' },
  } satisfies Record<NeedKey, { name: string; hint: string; sentence: string }>,
  en: {
    demarche: { name: 'Do paperwork', hint: 'Taxes, benefits, health', sentence: 'doing paperwork' },
    apprendre: { name: 'Learn', hint: 'Computer, phone', sentence: 'learning' },
    materiel: { name: 'Buy for less', hint: 'Computer, phone', sentence: 'buying equipment for less' },
    internet: { name: 'Get online', hint: 'Wi-Fi, computer', sentence: 'getting online' },
    travail: { name: 'Look for work', hint: 'CV, job offers', sentence: 'looking for work' },
    enfant: { name: 'Help my child', hint: 'School, screens', sentence: 'helping your child' },
    proteger: { name: 'Stay safe', hint: 'Scams, passwords', sentence: 'staying safe' },
    tout: { name: 'I do not know', hint: 'See all places', sentence: '' },
  },
});

export const HOME = defineMessages({
  fr: {
    title: 'De quoi avez-vous besoin ?',
    description:
      'Trouver près de chez vous un lieu qui aide avec l’ordinateur, le téléphone et les démarches.',
    lead: 'Quelqu’un peut vous aider. Souvent, c’est gratuit.',
    step: (step: number) => `Étape ${step} sur 2`,
    directly: 'Ou écrivez votre ville, votre code postal ou le nom d’un lieu',
    where: 'Où êtes-vous ?',
    youWant: 'Vous voulez',
    fieldBoth: 'Votre ville, votre code postal ou le nom d’un lieu',
    example: 'Par exemple : Bron, ou 69500',
    see: 'Voir les lieux',
    changeNeed: 'Changer de besoin',
    speak: 'Vous préférez parler ?',
    notKept: 'Nous ne gardons pas ce que vous cherchez.',
    empty: 'Écrivez votre ville, votre code postal ou le nom d’un lieu.',
    digits: (count: number) => `Un code postal a 5 chiffres. Vous en avez écrit ${count}.`,
    unknownCode: (code: string) => `Nous ne connaissons pas le code postal ${code}. Vérifiez ses chiffres.`,
    unknown: (text: string) =>
      `Nous ne connaissons pas « ${text} ». Essayez une ville voisine, ou votre code postal.`,
    didYouMean: 'Vous vouliez peut-être dire',
    suggestion: (name: string, code: string, count: number) =>
      `${name} (${code}) : ${count === 0 ? 'aucun lieu' : places(count)} autour`,
  },
  en: {
    title: 'What do you need?',
    description: 'Find a place near you that helps with computers, phones and online paperwork.',
    lead: 'Someone can help you. Often, it is free.',
    step: (step: number) => `Step ${step} of 2`,
    directly: 'Or write your town, your postcode or the name of a place',
    where: 'Where are you?',
    youWant: 'You want help with',
    fieldBoth: 'Your town, your postcode or the name of a place',
    example: 'For example: Bron, or 69500',
    see: 'See the places',
    changeNeed: 'Change what you need',
    speak: 'Would you rather talk?',
    notKept: 'We do not keep what you search for.',
    empty: 'Write your town, your postcode or the name of a place.',
    digits: (count: number) => `A postcode has 5 digits. You wrote ${count}.`,
    unknownCode: (code: string) => `We do not know the postcode ${code}. Please check its digits.`,
    unknown: (text: string) => `We do not know “${text}”. Try a neighbouring town, or your postcode.`,
    didYouMean: 'Perhaps you meant',
    suggestion: (name: string, code: string, count: number) =>
      `${name} (${code}): ${count === 0 ? 'no place' : placesEn(count)} around`,
  },
});

export const RESULTS = defineMessages({
  fr: {
    near: (count: number, town: string) => `${places(count)} près ${ofTown(town)}`,
    nearFor: (count: number, need: string, town: string) =>
      `${places(count)} pour ${need}, près ${ofTown(town)}`,
    departement: (count: number, name: string) => `${places(count)} dans le département ${name}`,
    named: (count: number, text: string) => `${places(count)} pour « ${text} »`,
    nothingNear: (town: string) => `Aucun lieu près ${ofTown(town)}`,
    nothingNamed: (text: string) => `Aucun lieu ne s’appelle « ${text} »`,
    nothingMatches: 'Aucun lieu ne correspond à tous vos choix',
    change: 'Changer ma recherche',
    openNow: (count: number) =>
      count === 1 ? '1 lieu est ouvert maintenant.' : `${count} lieux sont ouverts maintenant.`,
    openOnPage: (count: number) =>
      count === 1
        ? 'Sur cette page, 1 lieu est ouvert maintenant.'
        : `Sur cette page, ${count} lieux sont ouverts maintenant.`,
    order: 'Du plus proche au plus loin',
    orderByName: 'Par ordre alphabétique',
    refine: 'Affiner',
    refineChosen: (count: number) => (count === 1 ? 'Affiner (1 choix)' : `Affiner (${count} choix)`),
    what: 'Pour faire quoi',
    none: 'aucun',
    see: 'Voir les lieux',
    walk: (distance: string, minutes: number) => `${distance}, environ ${minutes} min à pied`,
    call: 'Appeler',
    callPlace: (name: string) => `Appeler ${name}`,
    straight: (town: string) =>
      `Distances à vol d’oiseau depuis le centre ${ofTown(town)}. Les durées de trajet sont des estimations.`,
    straightAddress: 'Distances à vol d’oiseau. Les durées de trajet sont des estimations.',
    unplaced: 'Distance inconnue',
    namesakes: (name: string, code: string) =>
      `Plusieurs communes s’appellent ${name}. Vous voyez ${name} (${code}). Les autres :`,
    asked: (town: string) => `Vous cherchez : un lieu près ${ofTown(town)}`,
    askedNamed: (text: string) => `Vous cherchez : « ${text} »`,
    askedDepartement: (name: string) => `Vous cherchez : un lieu dans le département ${name}`,
    remove: (choice: string, count: number) => `Enlever « ${choice} » : ${places(count)}`,
    removeAll: (count: number) => `Enlever tous vos choix : ${places(count)}`,
    widen: (kilometres: number, count: number) => `Chercher jusqu’à ${kilometres} km : ${places(count)}`,
    speak: (phone: string) => `Parler à quelqu’un : ${phone}`,
    elsewhere: 'Chercher ailleurs',
  },
  en: {
    near: (count: number, town: string) => `${placesEn(count)} near ${town}`,
    nearFor: (count: number, need: string, town: string) => `${placesEn(count)} for ${need}, near ${town}`,
    departement: (count: number, name: string) => `${placesEn(count)} in the département ${name}`,
    named: (count: number, text: string) => `${placesEn(count)} for “${text}”`,
    nothingNear: (town: string) => `No place near ${town}`,
    nothingNamed: (text: string) => `No place is called “${text}”`,
    nothingMatches: 'No place matches all your choices',
    change: 'Change my search',
    openNow: (count: number) => (count === 1 ? '1 place is open now.' : `${count} places are open now.`),
    openOnPage: (count: number) =>
      count === 1 ? 'On this page, 1 place is open now.' : `On this page, ${count} places are open now.`,
    order: 'Closest first',
    orderByName: 'In alphabetical order',
    refine: 'Refine',
    refineChosen: (count: number) => (count === 1 ? 'Refine (1 choice)' : `Refine (${count} choices)`),
    what: 'To do what',
    none: 'none',
    see: 'See the places',
    walk: (distance: string, minutes: number) => `${distance}, about ${minutes} min on foot`,
    call: 'Call',
    callPlace: (name: string) => `Call ${name}`,
    straight: (town: string) =>
      `Distances as the crow flies from the centre of ${town}. Travel times are estimates.`,
    straightAddress: 'Distances as the crow flies. Travel times are estimates.',
    unplaced: 'Distance unknown',
    namesakes: (name: string, code: string) =>
      `Several towns are called ${name}. You see ${name} (${code}). The others:`,
    asked: (town: string) => `You are looking for: a place near ${town}`,
    askedNamed: (text: string) => `You are looking for: “${text}”`,
    askedDepartement: (name: string) => `You are looking for: a place in the département ${name}`,
    remove: (choice: string, count: number) => `Remove “${choice}”: ${placesEn(count)}`,
    removeAll: (count: number) => `Remove all your choices: ${placesEn(count)}`,
    widen: (kilometres: number, count: number) => `Search up to ${kilometres} km: ${placesEn(count)}`,
    speak: (phone: string) => `Talk to someone: ${phone}`,
    elsewhere: 'Search elsewhere',
  },
});
