import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { AskRefusal } from './actions/extensions.ts';
import type { UndoRefusal } from './actions/undo-redemption.ts';
import type { CodeRefusal } from './domain/code.ts';
import type { LedgerRefusal } from './domain/ledger.ts';

const some = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'fr')} ${count < 2 ? one : many}`;
const someIn = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;

type UndoWords = Exclude<UndoRefusal, LedgerRefusal>['kind'];

/** Whoever receives people with a pass. Why a pass is refused: `refusal-messages.ts`. */
export const REDEEM = defineMessages({
  fr: {
    entry: 'Utiliser un pass',
    title: 'Utiliser un pass',
    back: 'Mon espace',
    and: ' et ',
    code: 'Code écrit sur la feuille',
    codeHint: '17 lettres et chiffres, par groupes de 4. Les tirets sont facultatifs.',
    howLong: 'Combien de temps aujourd’hui ?',
    howMuch: 'Combien aujourd’hui ?',
    passes: (count: number) => some(count, 'pass', 'pass'),
    check: 'Vérifier ce code',
    noAgreement: 'Votre structure n’accepte encore aucun pass',
    noAgreementWhy: 'Une convention avec la collectivité est nécessaire pour être payé.',
    askManager: 'Demandez à la personne qui gère votre structure.',
    askAgreement: 'Demander une convention',
    'code-length': ({ typed, expected }: Extract<CodeRefusal, { kind: 'code-length' }>) =>
      `Un code a ${expected} lettres et chiffres. Vous en avez écrit ${formatNumber(typed, 'fr')}.`,
    'code-character': ({ character }: Extract<CodeRefusal, { kind: 'code-character' }>) =>
      character === 'U'
        ? 'La lettre U n’est jamais dans un code. C’est peut-être un V.'
        : `« ${character} » n’est jamais dans un code. Relisez la feuille.`,
    'code-mistyped':
      'Un caractère est faux, ou deux ont changé de place. Relisez la feuille groupe par groupe.',
    'unknown-code':
      'Ce code n’est sur aucune feuille d’aujourd’hui. Relisez-le. La personne a peut-être une feuille plus récente.',
    locked: (minutes: number) =>
      `Trop de codes inconnus à la suite. Attendez ${some(minutes, 'minute', 'minutes')}, puis réessayez. Rien n’a été retiré.`,
    passOf: 'Pass de',
    someone: 'Prénom effacé',
    left: 'Il lui reste',
    leftOf: (left: string, total: string) => `${left} sur ${total}`,
    bonusLeft: (sum: string) => `un bonus de ${sum}`,
    until: 'Jusqu’au',
    worth: 'Vous serez payé',
    worthSum: (sum: string) => `Vous serez payé ${sum}.`,
    found: 'Ce pass est bon',
    theme: 'Pour quoi ?',
    'wrong-theme': 'Choisissez pour quoi la personne est venue.',
    attended: (help: string) => `La personne est venue et a reçu cette aide : ${help}.`,
    'not-attended': 'Cochez la case : un pass paie une aide qui a eu lieu.',
    record: (help: string) => `Enregistrer : ${help}`,
    change: 'Changer la durée',
    changeSum: 'Changer le montant',
    changeButton: 'Changer',
    cancelCheck: 'Lire un autre pass',
    nothingYet: 'Rien n’est encore retiré.',
    recorded: (help: string) => `Enregistré : ${help}`,
    undone: (help: string) => `Annulé : ${help}`,
    undoneWhy: 'Les pass sont rendus à la personne. Vous ne serez pas payé pour eux.',
    undoneCancelled:
      'La collectivité a arrêté ce pass : rien ne revient à la personne. Vous ne serez pas payé pour cette aide.',
    payBy: (sum: string, date: string) => `${sum}, au plus tard le ${date}`,
    bonusEarned: (sum: string) =>
      `La personne a tout utilisé : elle gagne un bonus de ${sum}, sur la même feuille.`,
    next: 'Pass suivant',
    undo: 'Annuler cet enregistrement',
    undoUntil: (instant: string) => `Vous pouvez annuler jusqu’au ${instant}.`,
    number: (id: string) => `Numéro : ${id}`,
    undoRefused: {
      'unknown-redemption': 'Cet enregistrement n’est pas l’un des vôtres.',
      'too-late-to-undo': 'Plus d’un jour est passé. Écrivez à la collectivité : elle peut corriger.',
      'already-in-payment':
        'Ce pass est déjà dans un paiement. Écrivez à la collectivité : elle peut corriger.',
      'booklet-replaced':
        'La feuille a été remplacée depuis. Écrivez à la collectivité : elle peut corriger.',
      'bonus-used': 'Le bonus que cette aide a fait gagner est déjà utilisé : annulez d’abord le bonus.',
    } satisfies Record<UndoWords, string>,
    notWritten: 'Rien n’a été enregistré ni retiré. Recommencez depuis le début.',
    extensionAsked: 'La prolongation est demandée',
    extensionNext:
      'La collectivité répond. En attendant, le pass ne peut pas servir : la personne garde sa feuille.',
    extensionRefused: {
      'unknown-code': 'Ce code n’est sur aucune feuille d’aujourd’hui.',
      'nothing-left': 'Il n’y a plus rien à utiliser sur ce pass : une prolongation ne servirait pas.',
      'too-late-to-extend': 'Il est trop tard : ce qui restait est rendu aux financeurs.',
      'already-asked': 'Une prolongation est déjà demandée pour ce pass. La réponse vient.',
    } satisfies Record<AskRefusal['kind'], string>,
  },
  en: {
    entry: 'Use a pass',
    title: 'Use a pass',
    back: 'My space',
    and: ' and ',
    code: 'Code written on the sheet',
    codeHint: '17 letters and digits, by groups of 4. Hyphens are optional.',
    howLong: 'How long today?',
    howMuch: 'How much today?',
    passes: (count) => someIn(count, 'pass', 'passes'),
    check: 'Check this code',
    noAgreement: 'Your organisation does not accept any pass yet',
    noAgreementWhy: 'An agreement with the authority is needed to be paid.',
    askManager: 'Ask whoever manages your organisation.',
    askAgreement: 'Ask for an agreement',
    'code-length': ({ typed, expected }) =>
      `A code has ${expected} letters and digits. You wrote ${formatNumber(typed, 'en')}.`,
    'code-character': ({ character }) =>
      character === 'U'
        ? 'The letter U is never in a code. It may be a V.'
        : `“${character}” is never in a code. Read the sheet again.`,
    'code-mistyped': 'A character is wrong, or two changed places. Read the sheet again, group by group.',
    'unknown-code':
      'This code is on no sheet of today. Read it again. The person may have a more recent sheet.',
    locked: (minutes) =>
      `Too many unknown codes in a row. Wait ${someIn(minutes, 'minute')}, then try again. Nothing was taken.`,
    passOf: 'Pass of',
    someone: 'First name erased',
    left: 'Left',
    leftOf: (left, total) => `${left} of ${total}`,
    bonusLeft: (sum) => `a bonus of ${sum}`,
    until: 'Until',
    worth: 'You will be paid',
    worthSum: (sum) => `You will be paid ${sum}.`,
    found: 'This pass is good',
    theme: 'For what?',
    'wrong-theme': 'Choose what the person came for.',
    attended: (help) => `The person came and received this help: ${help}.`,
    'not-attended': 'Tick the box: a pass pays for help that took place.',
    record: (help) => `Record: ${help}`,
    change: 'Change how long',
    changeSum: 'Change how much',
    changeButton: 'Change',
    cancelCheck: 'Read another pass',
    nothingYet: 'Nothing is taken yet.',
    recorded: (help) => `Recorded: ${help}`,
    undone: (help) => `Undone: ${help}`,
    undoneWhy: 'The passes are given back to the person. You will not be paid for them.',
    undoneCancelled:
      'The authority has stopped this pass: nothing goes back to the person. You will not be paid for this help.',
    payBy: (sum, date) => `${sum}, at the latest on ${date}`,
    bonusEarned: (sum) => `The person used everything: they earn a bonus of ${sum}, on the same sheet.`,
    next: 'Next pass',
    undo: 'Undo this record',
    undoUntil: (instant) => `You can undo until ${instant}.`,
    number: (id) => `Number: ${id}`,
    undoRefused: {
      'unknown-redemption': 'This record is not one of yours.',
      'too-late-to-undo': 'More than a day has passed. Write to the authority: it can correct it.',
      'already-in-payment': 'This pass is already in a payment. Write to the authority: it can correct it.',
      'booklet-replaced': 'The sheet was replaced since. Write to the authority: it can correct it.',
      'bonus-used': 'The bonus that this help earned is already used: undo the bonus first.',
    },
    notWritten: 'Nothing was recorded nor taken. Start again from the beginning.',
    extensionAsked: 'The extension is asked for',
    extensionNext:
      'The authority will answer. Until then the pass cannot be used: the person keeps the sheet.',
    extensionRefused: {
      'unknown-code': 'This code is on no sheet of today.',
      'nothing-left': 'Nothing is left to use on this pass: an extension would be of no use.',
      'too-late-to-extend': 'It is too late: what was left went back to the funders.',
      'already-asked': 'An extension is already asked for this pass. The answer will come.',
    },
  },
});
