import { type PersonalData, saysNothing, type TableRegister } from '../../platform/personal-data.ts';
import { forgetHolders } from './store/forgetting.ts';

const CONTROLLERS = {
  fr: 'Personnes qui pilotent, approuvent ou contrôlent le programme',
  en: 'People who run, approve or check the programme',
};
/** Code de commerce, art. L. 123-22: accounting documents are kept ten years. */
const TEN_YEARS = { fr: '10 ans, comme toute pièce comptable', en: '10 years, like any accounting document' };

/** Numbers of persons beside what they did with money: the account may be forgotten, the number stays. */
const doer = (columns: string): PersonalData => ({
  columns: columns.split(' '),
  what: {
    fr: 'Numéro de la personne qui a agi, jamais son nom',
    en: 'Number of whoever acted, never their name',
  },
  purpose: { fr: 'Prouver qui a fait bouger l’argent', en: 'Prove who moved the money' },
  basis: 'legal-obligation',
  kept: TEN_YEARS,
  seenBy: CONTROLLERS,
});

const bankDetails = (columns: string): PersonalData => ({
  columns: columns.split(' '),
  what: {
    fr: 'Compte bancaire d’une structure, parfois au nom d’une personne',
    en: 'Bank account of a structure, sometimes in the name of a person',
  },
  purpose: { fr: 'Payer les structures', en: 'Pay the structures' },
  basis: 'legal-obligation',
  kept: TEN_YEARS,
  seenBy: {
    fr: 'La structure, les personnes qui préparent et approuvent les paiements',
    en: 'The structure, the people who prepare and approve payments',
  },
});

const words = (columns: string): string[] => columns.split(' ');

const BOOKLETS: readonly TableRegister[] = [
  {
    table: 'vouchers.booklet',
    personal: [
      {
        columns: ['person_name', 'phone'],
        what: {
          fr: 'Prénom ou pseudonyme de qui a reçu un pass, et son téléphone s’il l’a donné',
          en: 'First name or pseudonym of whoever received a pass, and their telephone if they gave it',
        },
        purpose: {
          fr: 'Retrouver un pass perdu, prévenir avant qu’il expire',
          en: 'Find a lost pass again, warn before it expires',
        },
        basis: 'public-interest',
        kept: {
          fr: '90 jours après que le dernier pass a servi ou expiré',
          en: '90 days after the last pass was used or expired',
        },
        seenBy: {
          fr: 'Le prescripteur qui l’a remis, le médiateur qui reçoit la personne',
          en: 'The referrer who handed it over, the mediator who helps the person',
        },
        forget: forgetHolders,
      },
      doer('handed_over_by'),
    ],
    impersonal: words(
      'id programme terms_version order_id prescriber code_hash handed_over_at hand_over_key last_day first_used_at completed_at lost_at replaces',
    ),
  },
  {
    table: 'vouchers.booklet_order',
    personal: [doer('ordered_by')],
    impersonal: words('id programme prescriber quantity ordered_at issued_at sent_at'),
  },
  {
    table: 'vouchers.pass',
    personal: [doer('changed_by')],
    impersonal: words('booklet rank state cents is_bonus redemption changed_at'),
  },
  {
    table: 'vouchers.pass_event',
    personal: [doer('by')],
    impersonal: words('id booklet rank from_state to_state at'),
  },
  {
    table: 'vouchers.redemption',
    personal: [doer('mediator')],
    impersonal: words(
      'id key request_hash programme booklet structure pass_count cents theme has_attended channel at recorded_at pay_by entry undone_at payment',
    ),
  },
  {
    table: 'vouchers.extension',
    personal: [doer('asked_by decided_by')],
    impersonal: words('id booklet structure asked_at decided_at new_last_day'),
  },
  {
    table: 'vouchers.device',
    personal: [doer('person public_key')],
    impersonal: words('id structure opening_key registered_at revoked_at'),
  },
  {
    table: 'vouchers.late_redemption',
    personal: [doer('settled_by')],
    impersonal: words(
      'key device structure booklet pass_count at received_at outcome redemption settlement settled_at',
    ),
  },
];

const PROGRAMMES: readonly TableRegister[] = [
  {
    table: 'vouchers.programme',
    personal: [doer('created_by'), bankDetails('escrow_holder escrow_iban escrow_bic')],
    impersonal: words('id organisation name created_at ends_on'),
  },
  {
    table: 'vouchers.programme_terms',
    personal: [doer('decided_by')],
    impersonal: words('programme version terms decided_at'),
  },
  saysNothing('vouchers.programme_funder', 'programme funder promised_cents'),
  {
    table: 'vouchers.programme_step',
    personal: [doer('done_by')],
    impersonal: words('programme step done_at'),
  },
  {
    table: 'vouchers.funding',
    personal: [doer('recorded_by')],
    impersonal: words('id programme funder cents received_on reference entry recorded_at'),
  },
  {
    table: 'vouchers.agreement',
    personal: [doer('requested_by decided_by')],
    impersonal: words(
      'programme structure state siret code_insee territories label requested_at decided_at reason starts_on ends_on',
    ),
  },
  saysNothing('vouchers.qualified_structure', 'structure siret qualified_at'),
  saysNothing('vouchers.told', 'key told_at'),
];

const PAYMENTS: readonly TableRegister[] = [
  {
    table: 'vouchers.bank_account',
    personal: [bankDetails('holder iban bic'), doer('proposed_by decided_by')],
    impersonal: words('id structure state proposed_at decided_at payable_from'),
  },
  {
    table: 'vouchers.batch',
    personal: [bankDetails('debtor_name debtor_iban debtor_bic'), doer('prepared_by decided_by')],
    impersonal: words('id programme state prepared_at decided_at execute_on'),
  },
  {
    table: 'vouchers.payment',
    personal: [bankDetails('holder iban bic')],
    impersonal: words('id batch structure cents hold outcome reason_code resolution resolved_at'),
  },
  {
    table: 'vouchers.bank_file',
    personal: [doer('read_by')],
    impersonal: words('sha256 name read_at paid rejected unknown'),
  },
];

const LEDGER: readonly TableRegister[] = [
  {
    table: 'vouchers.ledger_entry',
    personal: [doer('actor')],
    impersonal: words(
      'number key kind resolves reverses reason event_at created_at expires_at request_hash content_hash',
    ),
  },
  { table: 'vouchers.ledger_closing', personal: [doer('actor')], impersonal: words('id until at') },
  saysNothing(
    'vouchers.ledger_account',
    'id floor_cents opened_at posted_cents held_cents leg_count head_hash',
  ),
  saysNothing('vouchers.ledger_leg', 'entry account rank posted_cents pending_cents hash'),
];

export const personalData: readonly TableRegister[] = [...BOOKLETS, ...PROGRAMMES, ...PAYMENTS, ...LEDGER];
