import { defineMessages, type Lang } from '../../platform/i18n/messages.ts';
import type { AccountRefusal } from './actions/bank-accounts.ts';
import type { BankAnswerRefusal } from './domain/sepa/payment-status.ts';

/** Why a bank refused a payment, and what to do about it. */
export interface ReasonWords {
  what: string;
  next: string;
}

const ASK_RIB = {
  fr: 'Demandez un nouveau RIB à la structure.',
  en: 'Ask the organisation for a new RIB.',
} as const;
const ASK_BANK = {
  fr: 'Demandez à votre banque ce qui s’est passé.',
  en: 'Ask your bank what happened.',
} as const;
const NOTHING_TWICE = {
  fr: 'Vérifiez sur le relevé que la structure n’a pas déjà reçu cette somme, avant tout nouvel envoi.',
  en: 'Check on the statement that the organisation has not already received this sum, before sending again.',
} as const;
const PAY_AGAIN = {
  fr: 'La somme reste due : mettez-la dans un prochain lot.',
  en: 'The sum is still owed: put it in a later batch.',
} as const;

/** Codes of ISO 20022 (external code sets, status and return reasons) that a transfer may meet. */
const REASONS_FR = {
  AC01: { what: 'Le numéro de compte n’existe pas ou comporte une erreur.', next: ASK_RIB.fr },
  AC03: { what: 'Le numéro de compte de la structure n’est pas valable.', next: ASK_RIB.fr },
  AC04: { what: 'Le compte de la structure est fermé.', next: ASK_RIB.fr },
  AC06: {
    what: 'Le compte de la structure est bloqué.',
    next: 'Appelez la structure : elle doit voir avec sa banque, ou donner un autre RIB.',
  },
  AG01: { what: 'Ce compte ne peut pas recevoir de virement, un livret par exemple.', next: ASK_RIB.fr },
  AG02: { what: 'La banque n’accepte pas ce type d’opération.', next: ASK_BANK.fr },
  AM02: {
    what: 'Le montant dépasse ce que la banque autorise.',
    next: 'Demandez à votre banque de relever votre plafond, ou payez en plusieurs fois.',
  },
  AM04: {
    what: 'Il n’y avait pas assez d’argent sur votre compte.',
    next: `Faites verser l’argent sur le compte. ${PAY_AGAIN.fr}`,
  },
  AM05: { what: 'La banque a déjà reçu ce virement.', next: NOTHING_TWICE.fr },
  AM09: { what: 'Le montant reçu n’est pas celui qui était attendu.', next: ASK_BANK.fr },
  AM10: { what: 'Le total du fichier n’est pas celui des virements.', next: ASK_BANK.fr },
  BE01: {
    what: 'Le nom ne correspond pas au titulaire du compte.',
    next: 'Demandez un RIB à la structure, et recopiez le nom du titulaire exactement comme il y est écrit.',
  },
  BE04: { what: 'La banque demande l’adresse de la structure.', next: ASK_BANK.fr },
  BE05: { what: 'La banque ne reconnaît pas qui envoie le fichier.', next: ASK_BANK.fr },
  CNOR: { what: 'La banque de la structure ne peut pas être jointe sous ce code (BIC).', next: ASK_RIB.fr },
  CUST: { what: 'Le virement a été annulé à votre demande.', next: PAY_AGAIN.fr },
  DNOR: { what: 'Votre banque ne peut pas envoyer ce virement.', next: ASK_BANK.fr },
  DT01: { what: 'La date demandée n’est pas acceptée.', next: 'Préparez un lot avec une date plus proche.' },
  DUPL: { what: 'Ce paiement a déjà été envoyé.', next: NOTHING_TWICE.fr },
  ED05: { what: 'Le virement n’a pas pu aboutir entre les banques.', next: PAY_AGAIN.fr },
  FF01: { what: 'Votre banque n’a pas pu lire le fichier.', next: ASK_BANK.fr },
  FOCR: { what: 'La structure a rendu la somme à votre demande.', next: ASK_BANK.fr },
  FRAD: {
    what: 'La banque soupçonne une fraude.',
    next: 'Ne payez plus ce compte. Appelez la structure à un numéro que vous connaissez déjà, puis votre banque.',
  },
  MD07: {
    what: 'Le titulaire du compte est décédé.',
    next: 'Joignez la structure pour savoir qui la représente, et demandez un nouveau RIB.',
  },
  MS02: { what: 'La structure a refusé la somme, sans dire pourquoi.', next: 'Appelez la structure.' },
  MS03: { what: 'La banque a refusé le virement, sans dire pourquoi.', next: ASK_BANK.fr },
  NARR: { what: 'La banque donne sa raison en toutes lettres.', next: 'Lisez le message de la banque.' },
  NOAS: { what: 'Personne n’a répondu à la banque à temps.', next: PAY_AGAIN.fr },
  RC01: { what: 'Le code de la banque (BIC) est faux.', next: ASK_RIB.fr },
  RR01: { what: 'Il manque votre numéro de compte dans le fichier.', next: ASK_BANK.fr },
  RR02: { what: 'La banque demande votre nom ou votre adresse.', next: ASK_BANK.fr },
  RR03: { what: 'La banque demande le nom ou l’adresse de la structure.', next: ASK_BANK.fr },
  RR04: { what: 'Une règle ou une sanction interdit ce virement.', next: ASK_BANK.fr },
  TECH: { what: 'Un incident technique a arrêté le virement.', next: PAY_AGAIN.fr },
  TM01: {
    what: 'Le fichier est arrivé après l’heure limite de la banque.',
    next: 'Envoyez-le plus tôt dans la journée.',
  },
} satisfies Record<string, ReasonWords>;

const REASONS_EN: Record<keyof typeof REASONS_FR, ReasonWords> = {
  AC01: { what: 'The account number does not exist or has a mistake in it.', next: ASK_RIB.en },
  AC03: { what: 'The account number of the organisation is not valid.', next: ASK_RIB.en },
  AC04: { what: 'The account of the organisation is closed.', next: ASK_RIB.en },
  AC06: {
    what: 'The account of the organisation is blocked.',
    next: 'Call the organisation: it must ask its bank, or give another RIB.',
  },
  AG01: { what: 'This account cannot receive transfers, a savings account for instance.', next: ASK_RIB.en },
  AG02: { what: 'The bank does not accept this type of operation.', next: ASK_BANK.en },
  AM02: {
    what: 'The amount is more than the bank allows.',
    next: 'Ask your bank to raise your limit, or pay in several parts.',
  },
  AM04: {
    what: 'There was not enough money in your account.',
    next: `Have the money paid into the account. ${PAY_AGAIN.en}`,
  },
  AM05: { what: 'The bank has already received this transfer.', next: NOTHING_TWICE.en },
  AM09: { what: 'The amount received is not the one that was expected.', next: ASK_BANK.en },
  AM10: { what: 'The total of the file is not that of its transfers.', next: ASK_BANK.en },
  BE01: {
    what: 'The name is not that of the account holder.',
    next: 'Ask the organisation for a RIB, and copy the name of the holder exactly as it is written there.',
  },
  BE04: { what: 'The bank asks for the address of the organisation.', next: ASK_BANK.en },
  BE05: { what: 'The bank does not recognise who sends the file.', next: ASK_BANK.en },
  CNOR: { what: 'The bank of the organisation cannot be reached under this code (BIC).', next: ASK_RIB.en },
  CUST: { what: 'The transfer was cancelled at your request.', next: PAY_AGAIN.en },
  DNOR: { what: 'Your bank cannot send this transfer.', next: ASK_BANK.en },
  DT01: { what: 'The date asked for is not accepted.', next: 'Prepare a batch with a nearer date.' },
  DUPL: { what: 'This payment was already sent.', next: NOTHING_TWICE.en },
  ED05: { what: 'The transfer could not be settled between the banks.', next: PAY_AGAIN.en },
  FF01: { what: 'Your bank could not read the file.', next: ASK_BANK.en },
  FOCR: { what: 'The organisation gave the sum back at your request.', next: ASK_BANK.en },
  FRAD: {
    what: 'The bank suspects a fraud.',
    next: 'Stop paying this account. Call the organisation on a number you already know, then your bank.',
  },
  MD07: {
    what: 'The account holder has died.',
    next: 'Find out who represents the organisation, and ask for a new RIB.',
  },
  MS02: { what: 'The organisation refused the sum, without saying why.', next: 'Call the organisation.' },
  MS03: { what: 'The bank refused the transfer, without saying why.', next: ASK_BANK.en },
  NARR: { what: 'The bank gives its reason in words.', next: 'Read the message of the bank.' },
  NOAS: { what: 'Nobody answered the bank in time.', next: PAY_AGAIN.en },
  RC01: { what: 'The code of the bank (BIC) is wrong.', next: ASK_RIB.en },
  RR01: { what: 'Your account number is missing from the file.', next: ASK_BANK.en },
  RR02: { what: 'The bank asks for your name or address.', next: ASK_BANK.en },
  RR03: { what: 'The bank asks for the name or address of the organisation.', next: ASK_BANK.en },
  RR04: { what: 'A rule or a sanction forbids this transfer.', next: ASK_BANK.en },
  TECH: { what: 'A technical incident stopped the transfer.', next: PAY_AGAIN.en },
  TM01: { what: 'The file arrived after the bank’s closing time.', next: 'Send it earlier in the day.' },
};

export const SEPA_MESSAGES = defineMessages({
  fr: {
    reason: REASONS_FR,
    otherReason: (code: string) => `La banque donne le code « ${code} ».`,
    noReason: 'La banque ne dit pas pourquoi.',
    askBank: ASK_BANK.fr,
    account: {
      'holder-missing': 'Écrivez le nom du titulaire, comme sur le RIB.',
      'name-unwritable': 'Les banques n’écrivent qu’en lettres latines. Recopiez le nom comme sur le RIB.',
      'iban-empty': 'Écrivez l’IBAN : il est sur le RIB.',
      'iban-country-unknown': 'Un IBAN commence par deux lettres, celles du pays : FR pour la France.',
      'iban-length-wrong': 'Il manque des caractères, ou il y en a trop : un IBAN français en compte 27.',
      'iban-form-wrong': 'Une lettre est là où il faut un chiffre, ou l’inverse. Comparez avec le RIB.',
      'iban-key-wrong': 'Un caractère est faux, ou deux sont inversés. Comparez avec le RIB.',
      'iban-outside-sepa': 'Ce compte est hors de la zone SEPA : un virement SEPA ne peut pas l’atteindre.',
      'bic-wrong': 'Un BIC a 8 ou 11 caractères, comme sur le RIB. Vous pouvez aussi le laisser vide.',
    } satisfies Record<AccountRefusal['kind'], string>,
    bankAnswer: {
      'too-large': 'Ce fichier dépasse 4 Mo. Demandez à votre banque un relevé par jour.',
      'encoding-unknown':
        'Les caractères de ce fichier ne peuvent pas être lus. Téléchargez-le de nouveau, sans l’ouvrir ni l’enregistrer entre-temps.',
      'not-xml': 'Ce n’est pas un fichier XML entier. Téléchargez-le de nouveau sur le site de votre banque.',
      'dtd-forbidden':
        'Ce fichier contient une partie (DTD) qu’une banque n’envoie jamais. Ne l’utilisez pas, et demandez d’où il vient.',
      'format-unknown':
        'Ce fichier n’est pas une réponse que nous savons lire : pain.002 (versions 03 et 10) ou camt.053 (versions 02 et 08).',
      'content-missing': 'Ce fichier ne contient ni réponse ni relevé.',
    } satisfies Record<BankAnswerRefusal['kind'], string>,
  },
  en: {
    reason: REASONS_EN,
    otherReason: (code) => `The bank gives the code “${code}”.`,
    noReason: 'The bank does not say why.',
    askBank: ASK_BANK.en,
    account: {
      'holder-missing': 'Write the name of the holder, as on the RIB.',
      'name-unwritable': 'Banks write in Latin letters only. Copy the name as on the RIB.',
      'iban-empty': 'Write the IBAN: it is on the RIB.',
      'iban-country-unknown': 'An IBAN begins with two letters, those of the country: FR for France.',
      'iban-length-wrong': 'Characters are missing, or there are too many: a French IBAN has 27.',
      'iban-form-wrong': 'A letter is where a digit should be, or the other way round. Compare with the RIB.',
      'iban-key-wrong': 'A character is wrong, or two are exchanged. Compare with the RIB.',
      'iban-outside-sepa': 'This account is outside the SEPA area: a SEPA transfer cannot reach it.',
      'bic-wrong': 'A BIC has 8 or 11 characters, as on the RIB. You may also leave it empty.',
    },
    bankAnswer: {
      'too-large': 'This file is over 4 MB. Ask your bank for one statement a day.',
      'encoding-unknown':
        'The characters of this file cannot be read. Download it again, without opening or saving it in between.',
      'not-xml': 'This is not a whole XML file. Download it again from your bank’s site.',
      'dtd-forbidden':
        'This file holds a part (DTD) that a bank never sends. Do not use it, and ask where it comes from.',
      'format-unknown':
        'This file is not an answer that we can read: pain.002 (versions 03 and 10) or camt.053 (versions 02 and 08).',
      'content-missing': 'This file holds neither an answer nor a statement.',
    },
  },
});

/** In plain words; a code that is not in the table is given as it is. */
export function reasonWords(code: string | undefined, lang: Lang): ReasonWords {
  const messages = SEPA_MESSAGES[lang];
  if (code === undefined) return { what: messages.noReason, next: messages.askBank };
  const known: Readonly<Record<string, ReasonWords>> = messages.reason;
  return Object.hasOwn(known, code)
    ? known[code]!
    : { what: messages.otherReason(code), next: messages.askBank };
}
