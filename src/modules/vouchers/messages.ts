import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { JournalFault } from './domain/journal.ts';

const some = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'fr')} ${count < 2 ? one : many}`;
const someIn = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;

export const MESSAGES = defineMessages({
  fr: {
    checkBalanced: 'Chaque écriture du registre est équilibrée',
    checkStored: 'Chaque solde est la somme de ses écritures',
    checkFloor: 'Aucun compte n’est sous son plancher',
    checkPassValue: 'Chaque pass encore utilisable a sa valeur au registre, et aucun autre',
    checkPassHistory: 'Chaque pass est dans l’état où son histoire l’a laissé',
    checkRedeemed: 'Chaque utilisation a ses pass, et chaque pass utilisé son utilisation',
    checkFunded: 'Chaque somme reçue est au registre',
    checkWhole: 'Chaque euro reçu est utilisable, dû, payé ou rendu',
    checkOwed: 'Ce qui est dû et payé à chaque lieu est ce que disent ses utilisations',
    checkPayments: 'Chaque virement a son écriture et ses utilisations',
    checkBonus: 'Un bonus par carnet terminé, et aucun autre',
    sound: (entries: number, accounts: number) =>
      `Le registre est intact : ${some(entries, 'écriture', 'écritures')} et ${some(accounts, 'compte', 'comptes')} relus, chaque chaîne suivie, chaque solde recalculé.`,
    broken: (count: number) =>
      `Le registre a été touché : ${some(count, 'faute', 'fautes')}. Gardez cette base telle quelle et comparez-la à un export.`,
    unreadable: (path: string) =>
      `« ${path} » n’est pas un export entier du registre. Refaites l’export, ou vérifiez le fichier.`,
    exported: (folder: string) =>
      `Registre écrit dans « ${folder} ». Pour le vérifier, sans Maillon : node verifier.mjs journal.ndjson`,
    unwritable: (path: string) => `Impossible d’écrire dans « ${path} ». Choisissez un autre dossier.`,
    fault: {
      'not-in-order': 'écriture hors de sa place',
      unbalanced: 'écriture qui ne s’équilibre pas',
      'missing-leg': 'ligne disparue',
      'broken-chain': 'ligne changée ou déplacée',
      'resolved-twice': 'réservation ou annulation servie deux fois',
      'balance-differs': 'solde différent de ses écritures',
      'head-differs': 'dernière ligne disparue ou changée',
      'below-floor': 'compte sous son plancher',
      'account-missing': 'compte disparu',
    } satisfies Record<JournalFault['kind'], string>,
  },
  en: {
    checkBalanced: 'Every entry of the ledger balances',
    checkStored: 'Every balance is the sum of its entries',
    checkFloor: 'No account is below its floor',
    checkPassValue: 'Each pass still usable has its value in the ledger, and no other',
    checkPassHistory: 'Each pass is in the state where its history left it',
    checkRedeemed: 'Each redemption has its passes, and each used pass its redemption',
    checkFunded: 'Each sum received is in the ledger',
    checkWhole: 'Each euro received is usable, owed, paid or returned',
    checkOwed: 'What each place is owed and was paid is what its redemptions say',
    checkPayments: 'Each transfer has its entry and its redemptions',
    checkBonus: 'One bonus for each completed booklet, and no other',
    sound: (entries, accounts) =>
      `The ledger is intact: ${someIn(entries, 'entry', 'entries')} and ${someIn(accounts, 'account')} read, every chain followed, every balance computed again.`,
    broken: (count) =>
      `The ledger was touched: ${someIn(count, 'fault')}. Keep this database as it is and compare it with an export.`,
    unreadable: (path) => `“${path}” is not a whole export of the ledger. Export again, or check the file.`,
    exported: (folder) =>
      `Ledger written into “${folder}”. To check it, without Maillon: node verifier.mjs journal.ndjson`,
    unwritable: (path) => `Cannot write into “${path}”. Choose another folder.`,
    fault: {
      'not-in-order': 'entry out of its place',
      unbalanced: 'entry that does not balance',
      'missing-leg': 'leg gone',
      'broken-chain': 'leg changed or moved',
      'resolved-twice': 'hold or entry used twice',
      'balance-differs': 'balance that differs from its entries',
      'head-differs': 'last leg gone or changed',
      'below-floor': 'account below its floor',
      'account-missing': 'account gone',
    },
  },
});
