import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { BankDecisionRefusal } from './actions/bank-accounts.ts';
import type { EscrowHold } from './domain/payable.ts';

/** The account that keeps the money of a programme: given by one person, confirmed by another (P5). */
export const ESCROW = defineMessages({
  fr: {
    title: 'Le compte qui garde l’argent',
    why: 'Il ne sert à rien d’autre. Les lieux sont payés depuis ce compte.',
    none: 'Pas encore de compte : les lieux ne peuvent pas être payés.',
    now: (holder: string, iban: string) => `${holder}, ${iban}`,
    until: (instant: string) => `Le compte vient de changer. Les paiements reprennent le ${instant}.`,
    propose: 'Donner un compte',
    change: 'Changer de compte',
    changeWhy: (days: number) =>
      days === 0
        ? 'Une deuxième personne le confirme. D’ici là, aucun lieu n’est payé.'
        : `Une deuxième personne le confirme, puis il attend ${formatNumber(days, 'fr')} ${days < 2 ? 'jour' : 'jours'}. D’ici là, aucun lieu n’est payé.`,
    button: 'Enregistrer ce compte',
    waits: 'Compte à confirmer',
    waitsForOther:
      'Vous l’avez donné. Une autre personne, qui gère le programme ou approuve les paiements, le confirme sur cette page.',
    compare: 'Comparez avec le RIB que vous tenez de votre banque, pas avec un message.',
    holder: 'Titulaire',
    proposedOn: 'Donné le',
    confirm: 'Confirmer ce compte',
    refuse: 'Refuser ce compte',
    said: {
      'escrow-proposed': 'Le compte est enregistré. Une deuxième personne doit le confirmer.',
      'escrow-confirmed': 'Le compte est confirmé.',
      'escrow-refused': 'Le compte est refusé. Rien n’a changé.',
    },
    refusals: {
      'unknown-account': 'Ce compte n’existe plus.',
      'already-decided': 'Une autre personne vient de décider.',
      'same-person': 'Vous avez donné ce compte : une autre personne doit le confirmer.',
    } satisfies Record<BankDecisionRefusal['kind'], string>,
    hold: {
      'no-escrow': 'Donnez d’abord le compte qui garde l’argent.',
      'escrow-waiting': 'Une deuxième personne doit d’abord confirmer le compte qui garde l’argent.',
      'escrow-delay': 'Le compte qui garde l’argent vient de changer : rien ne part pendant le délai.',
    } satisfies Record<EscrowHold['kind'], string>,
    see: 'Voir le compte',
  },
  en: {
    title: 'The account that keeps the money',
    why: 'It serves for nothing else. Places are paid from this account.',
    none: 'No account yet: places cannot be paid.',
    now: (holder, iban) => `${holder}, ${iban}`,
    until: (instant) => `The account has just changed. Payments go on from ${instant}.`,
    propose: 'Give an account',
    change: 'Change the account',
    changeWhy: (days) =>
      days === 0
        ? 'A second person confirms it. Until then, no place is paid.'
        : `A second person confirms it, then it waits ${formatNumber(days, 'en')} ${days === 1 ? 'day' : 'days'}. Until then, no place is paid.`,
    button: 'Save this account',
    waits: 'Account to confirm',
    waitsForOther:
      'You gave it. Another person, who runs the programme or approves payments, confirms it on this page.',
    compare: 'Compare it with the document of your bank, not with a message.',
    holder: 'Holder',
    proposedOn: 'Given on',
    confirm: 'Confirm this account',
    refuse: 'Refuse this account',
    said: {
      'escrow-proposed': 'The account is saved. A second person must confirm it.',
      'escrow-confirmed': 'The account is confirmed.',
      'escrow-refused': 'The account is refused. Nothing changed.',
    },
    refusals: {
      'unknown-account': 'There is no such account any more.',
      'already-decided': 'Somebody else has just decided.',
      'same-person': 'You gave this account: another person must confirm it.',
    },
    hold: {
      'no-escrow': 'Give the account that keeps the money first.',
      'escrow-waiting': 'A second person must first confirm the account that keeps the money.',
      'escrow-delay': 'The account that keeps the money has just changed: nothing leaves before its delay.',
    },
    see: 'See the account',
  },
});
