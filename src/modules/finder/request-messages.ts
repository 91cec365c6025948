import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

const places = (count: number) => (count === 1 ? '1 lieu' : `${formatNumber(count, 'fr')} lieux`);
const placesEn = (count: number) => (count === 1 ? '1 place' : `${formatNumber(count, 'en')} places`);

/** Words of a need said freely, and of « près de moi ». */
export const REQUEST = defineMessages({
  fr: {
    label: 'Ou dites-le avec vos mots',
    example: 'Par exemple : refaire ma carte vitale. Ou votre ville.',
    go: 'Continuer',
    understood: 'Nous avons compris :',
    everything: 'Vous voyez tous les lieux.',
    notUnderstood: (text: string) => `Nous n’avons pas compris « ${text} ». Ce n’est pas grave.`,
    notUnderstoodWhere: 'Dites où vous êtes : nous montrons tous les lieux.',
    change: 'Changer',
    choose: 'Choisir mon besoin',
    rather: (need: string) => `Plutôt ${need}`,
    nearMe: 'Près de moi maintenant',
    nearMeHelp: 'Votre téléphone demandera la permission. Nous ne gardons pas votre position.',
    nearMeRefused: 'Votre téléphone n’a pas donné votre position. Écrivez votre ville.',
    nearYou: (count: number) => `${places(count)} près de vous`,
    nearYouFor: (count: number, need: string) => `${places(count)} pour ${need}, près de vous`,
    nothingNearYou: 'Aucun lieu près de vous',
    askedNearYou: 'Vous cherchez : un lieu près de vous',
  },
  en: {
    label: 'Or say it in your own words',
    example: 'For example: renew my health card. Or your town.',
    go: 'Continue',
    understood: 'We understood:',
    everything: 'You see all places.',
    notUnderstood: (text: string) => `We did not understand “${text}”. It does not matter.`,
    notUnderstoodWhere: 'Say where you are: we show all places.',
    change: 'Change',
    choose: 'Choose what I need',
    rather: (need: string) => `Rather ${need}`,
    nearMe: 'Near me now',
    nearMeHelp: 'Your phone will ask your permission. We do not keep your position.',
    nearMeRefused: 'Your phone did not give your position. Write your town.',
    nearYou: (count: number) => `${placesEn(count)} near you`,
    nearYouFor: (count: number, need: string) => `${placesEn(count)} for ${need}, near you`,
    nothingNearYou: 'No place near you',
    askedNearYou: 'You are looking for: a place near you',
  },
});
