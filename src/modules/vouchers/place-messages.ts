import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { RequestRefusal } from './actions/agreements.ts';
import type { BankDecisionRefusal } from './actions/bank-accounts.ts';

const some = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'fr')} ${count < 2 ? one : many}`;
const someIn = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;

/** Whoever manages a place: its agreements and its bank account. What it is paid: `income-messages.ts`. */
export const PLACE = defineMessages({
  fr: {
    entry: 'Conventions et paiements',
    entryOwed: (sum: string) => `${sum} à recevoir`,
    title: 'Conventions et paiements',
    back: 'Mon espace',
    agreements: 'Conventions',
    agreementsCaption: 'Celles que vous avez demandées',
    agreementsWhy: 'Une convention dit quels pass vous acceptez, et qui vous paie.',
    agreementsNone: 'Aucune convention pour l’instant.',
    account: 'Compte bancaire',
    income: 'Pass utilisés et paiements',
    programme: 'Programme',
    manager: 'Collectivité',
    state: 'État',
    dates: 'Dates',
    states: {
      requested: 'Attend une réponse',
      active: 'Active',
      refused: 'Refusée',
      ended: 'Terminée',
    },
    since: (date: string) => `depuis le ${date}`,
    between: (from: string, until: string) => `du ${from} au ${until}`,
    askedOn: (date: string) => `demandée le ${date}`,
    reason: (words: string) => `Raison : ${words}`,
    ask: 'Demander une convention',
    askNone: 'Aucun autre programme n’est ouvert pour l’instant.',
    siret: 'SIRET de votre structure',
    siretHint: '14 chiffres, propres à votre structure : chaque euro public peut ainsi être suivi.',
    town: 'Commune du lieu, ou code postal',
    townHint: 'Là où les personnes viennent.',
    towns: 'Plusieurs communes portent ce nom ou ce code. Laquelle ?',
    label: 'Label ou réseau',
    labelHint: 'Facultatif. Par exemple : Aidants Connect, NumériQu’elles.',
    askButton: 'Envoyer la demande',
    asked: 'Votre demande est partie. La collectivité répond ici.',
    askRefused: {
      'unknown-programme': 'Choisissez un programme.',
      'wrong-siret': 'Ce n’est pas un SIRET : 14 chiffres, dont une clé. Comparez avec un document officiel.',
      'unknown-commune': 'Nous ne connaissons pas cette commune. Écrivez son nom entier ou son code postal.',
      'siret-taken':
        'Ce SIRET est déjà celui d’une autre structure ici. Vérifiez-le, ou appelez la collectivité.',
      'structure-not-listed':
        'Ce programme est réservé à des lieux qu’il nomme. Demandez à la collectivité d’y entrer.',
      'wrong-territory': 'Ce lieu est hors du territoire de ce programme.',
      'already-active': 'Vous avez déjà une convention active pour ce programme.',
    } satisfies Record<RequestRefusal['kind'], string>,
    accountWhy:
      'Vous êtes payé sur ce compte. Deux personnes en décident : l’une le donne, l’autre le confirme.',
    accountNone: 'Aucun compte : vous ne pouvez pas encore être payé.',
    accountNoneWaits: 'Vous ne serez payé qu’une fois ce compte confirmé.',
    accountNow: 'Compte actuel',
    accountWaits: 'Compte à confirmer',
    holder: 'Titulaire',
    payableNow: 'Confirmé. Les paiements vont sur ce compte.',
    payableFrom: (instant: string) =>
      `Confirmé. Par sécurité, aucun paiement n’y va avant le ${instant}. Si ce n’est pas vous, appelez la collectivité tout de suite.`,
    heldBack: 'Tant qu’un changement attend, aucun paiement ne part, pas même sur l’ancien compte.',
    waitsForOther: 'Vous l’avez donné : une autre personne doit le confirmer.',
    waitsAlone:
      'Vous êtes seul à gérer cette structure ici. Invitez une deuxième personne, ou demandez à la collectivité de confirmer.',
    compare: 'Comparez chaque chiffre avec le RIB, papier en main.',
    confirm: 'Confirmer ce compte',
    refuse: 'Ce n’est pas le bon',
    delay: (days: number) =>
      days === 0
        ? 'Dès qu’il est confirmé, il peut être payé.'
        : `Une fois confirmé, il attend ${some(days, 'jour', 'jours')} : une fraude se voit avant d’être payée.`,
    propose: 'Donner un compte',
    change: 'Changer de compte',
    proposeButton: 'Enregistrer ce compte',
    proposed: 'Le compte est enregistré. Une deuxième personne doit le confirmer.',
    confirmed: 'Le compte est confirmé.',
    refusedAccount: 'Le compte est écarté. Rien ne change.',
    decisionRefused: {
      'unknown-account': 'Ce compte n’existe plus.',
      'already-decided': 'Quelqu’un a déjà décidé pour ce compte.',
      'same-person': 'Vous l’avez donné vous-même : une autre personne doit le confirmer.',
    } satisfies Record<BankDecisionRefusal['kind'], string>,
  },
  en: {
    entry: 'Agreements and payments',
    entryOwed: (sum) => `${sum} to receive`,
    title: 'Agreements and payments',
    back: 'My space',
    agreements: 'Agreements',
    agreementsCaption: 'Those that you asked for',
    agreementsWhy: 'An agreement says which passes you accept, and who pays you.',
    agreementsNone: 'No agreement for now.',
    account: 'Bank account',
    income: 'Passes used and payments',
    programme: 'Programme',
    manager: 'Authority',
    state: 'State',
    dates: 'Dates',
    states: { requested: 'Waits for an answer', active: 'Active', refused: 'Refused', ended: 'Over' },
    since: (date) => `since ${date}`,
    between: (from, until) => `from ${from} to ${until}`,
    askedOn: (date) => `asked on ${date}`,
    reason: (words) => `Reason: ${words}`,
    ask: 'Ask for an agreement',
    askNone: 'No other programme is open for now.',
    siret: 'SIRET of your organisation',
    siretHint: '14 digits, of your organisation alone: so each public euro can be followed.',
    town: 'Town of the place, or postal code',
    townHint: 'Where people come.',
    towns: 'Several towns have this name or this code. Which one?',
    label: 'Label or network',
    labelHint: 'Optional. For example: Aidants Connect, NumériQu’elles.',
    askButton: 'Send the request',
    asked: 'Your request has left. The authority answers here.',
    askRefused: {
      'unknown-programme': 'Choose a programme.',
      'wrong-siret': 'This is not a SIRET: 14 digits, one of them a key. Compare with an official document.',
      'unknown-commune': 'We do not know this town. Write its whole name or its postal code.',
      'siret-taken':
        'This SIRET is already that of another organisation here. Check it, or call the authority.',
      'structure-not-listed': 'This programme is for places that it names. Ask the authority to be one.',
      'wrong-territory': 'This place is outside the territory of this programme.',
      'already-active': 'You already have an active agreement for this programme.',
    },
    accountWhy: 'You are paid on this account. Two people decide: one gives it, the other confirms it.',
    accountNone: 'No account: you cannot be paid yet.',
    accountNoneWaits: 'You will be paid once this account is confirmed.',
    accountNow: 'Present account',
    accountWaits: 'Account to confirm',
    holder: 'Holder',
    payableNow: 'Confirmed. Payments go to this account.',
    payableFrom: (instant) =>
      `Confirmed. For safety, no payment goes there before ${instant}. If this was not you, call the authority at once.`,
    heldBack: 'As long as a change waits, no payment leaves, not even to the former account.',
    waitsForOther: 'You gave it: another person must confirm it.',
    waitsAlone:
      'You are alone to manage this organisation here. Invite a second person, or ask the authority to confirm.',
    compare: 'Compare each digit with the RIB, paper in hand.',
    confirm: 'Confirm this account',
    refuse: 'This is not the right one',
    delay: (days) =>
      days === 0
        ? 'As soon as it is confirmed, it can be paid.'
        : `Once confirmed, it waits ${someIn(days, 'day')}: a fraud is seen before it is paid.`,
    propose: 'Give an account',
    change: 'Change the account',
    proposeButton: 'Record this account',
    proposed: 'The account is recorded. A second person must confirm it.',
    confirmed: 'The account is confirmed.',
    refusedAccount: 'The account is put aside. Nothing changes.',
    decisionRefused: {
      'unknown-account': 'This account no longer exists.',
      'already-decided': 'Someone already decided for this account.',
      'same-person': 'You gave it yourself: another person must confirm it.',
    },
  },
});
