import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import type { Commune } from '../../standard/index.ts';
import type { MappedText } from './apply-mapping.ts';
import {
  type Draft,
  doubtValue,
  emptyCell,
  joinedText,
  refuseValue,
  repairValue,
} from './normalise-draft.ts';

export interface SaidCode {
  said: MappedText;
  /** In its standard form, `null` when the text holds none. */
  code: string | null;
}

/** « 69 500 », « 1000 » and « F-69500 » are read; what follows (« 69500 Bron ») is left. */
export function readPostalCode(draft: Draft): SaidCode | null {
  const said = joinedText(draft, 'code_postal', ' ');
  if (!said) return null;
  const digits = /^(?:F-?\s*)?(\d{4,5})(?!\d)/i.exec(closedUp(said.text))?.[1];
  return { said, code: digits ? digits.padStart(5, '0') : null };
}

export function readInsee(draft: Draft): SaidCode | null {
  const said = joinedText(draft, 'code_insee', ' ');
  if (!said) return null;
  const code = /^(?:\d{4,5}|2[AB]\d{3})$/.exec(closedUp(said.text).toUpperCase())?.[0];
  return { said, code: code ? code.padStart(5, '0') : null };
}

/** Without the spaces that part digits, nor the decimals that spreadsheets add. */
const closedUp = (text: string): string => text.replace(/(\d)[\s\u00a0](?=\d)/g, '$1').replace(/\.0+$/, '');

export function settleInsee(draft: Draft, read: SaidCode | null, commune: Commune): void {
  const { codeInsee } = commune;
  draft.fields.codeInsee = codeInsee;
  const said = read?.said ?? emptyCell(draft, 'code_insee');
  if (!said || said.text === codeInsee) return;
  repairValue(draft, said, { reason: inseeReason(draft, read, commune), repair: codeInsee });
}

function inseeReason(
  { context }: Draft,
  read: SaidCode | null,
  { codeInsee, former, arrondissementOf }: Commune,
): 'insee-from-commune' | 'insee-padded' | 'insee-former' | 'insee-invalid' {
  if (!read || read.code === arrondissementOf) return 'insee-from-commune';
  if (read.code === codeInsee) return 'insee-padded';
  const isFormer = former.some((old) => old.codeInsee === read.code);
  return isFormer || (read.code !== null && context.reference.byInsee(read.code)?.codeInsee === codeInsee)
    ? 'insee-former'
    : 'insee-invalid';
}

/** The postal code of the record, of its address, else of its commune. */
export function settlePostalCode(draft: Draft, read: SaidCode | null, clues: PostalClues): void {
  const { inside, commune } = clues;
  const written = [read?.code, inside].find((code) => code && isPlausible(code, commune));
  const disputed = read?.code && !written && isDisputed(draft, read.code, clues) ? read.code : undefined;
  const kept = written ?? disputed ?? commune?.postalCodes[0];
  if (kept !== undefined) draft.fields.postalCode = kept;
  if (read && disputed) doubtValue(draft, read.said, { reason: 'postal-code-disputed', repair: disputed });
  else if (read) reportPostalCode(draft, read, kept);
  else if (kept !== undefined && written === undefined) completePostalCode(draft, kept);
}

interface PostalClues {
  /** The one that stood in the address. */
  inside: string | undefined;
  commune: Commune | null;
  point: Point | undefined;
}

const POSTAL_SHAPE = /^(?:0[1-9]|[1-9]\d)\d{3}$/;

/**
 * A Cedex code is known to no list of communes, but starts like its département. Postal codes that cross the border of
 * a département are in the list of their commune.
 */
export function isPlausible(code: string, commune: Commune | null): boolean {
  if (!POSTAL_SHAPE.test(code)) return false;
  if (!commune || commune.postalCodes.includes(code)) return true;
  const departement = commune.departement.replace(/^2[AB]$/, '20');
  return code.startsWith(departement);
}

/** A code of another département may be right and the commune wrong: it is replaced only when that is sure. */
function isDisputed({ context }: Draft, code: string, { inside, commune, point }: PostalClues): boolean {
  if (!commune || !POSTAL_SHAPE.test(code)) return false;
  if (code === inside) return true;
  if (point) return !isNearer(point, commune, context.reference.byPostalCode(code));
  return !commune.postalCodes.some((own) => isSlip(code, own));
}

/** The largest communes of France reach about this far from their centre. */
const NEAR_METRES = 20_000;

/** Does the point stand in the commune rather than where the postal code leads? */
function isNearer(point: Point, { centre }: Commune, others: readonly Commune[]): boolean {
  if (!centre) return false;
  const metres = distanceMetres(point, centre);
  if (metres > NEAR_METRES) return false;
  return others.every((other) => !other.centre || distanceMetres(point, other.centre) > metres);
}

/** One digit mistyped, two exchanged, or a zero put before a code that had lost its end: « 06922 » for 69220. */
function isSlip(written: string, right: string): boolean {
  const wrong = [...right].flatMap((digit, rank) => (digit === written[rank] ? [] : [rank]));
  const [first = 0, second = 0] = wrong;
  const isExchange =
    wrong.length === 2 &&
    second === first + 1 &&
    written[first] === right[second] &&
    written[second] === right[first];
  return wrong.length <= 1 || isExchange || `0${right.slice(0, 4)}` === written;
}

function reportPostalCode(draft: Draft, { said, code }: SaidCode, kept: string | undefined): void {
  if (kept === undefined) {
    refuseValue(draft, said, 'postal-code-invalid');
    return;
  }
  if (said.text === kept) return;
  const isPadded = code === kept && said.text === kept.replace(/^0/, '');
  const reason = isPadded
    ? 'postal-code-padded'
    : code === kept
      ? 'postal-code-reformatted'
      : 'postal-code-invalid';
  repairValue(draft, said, { reason, repair: kept });
}

function completePostalCode(draft: Draft, kept: string): void {
  const said = emptyCell(draft, 'code_postal');
  if (said) repairValue(draft, said, { reason: 'postal-code-from-commune', repair: kept });
}

/** No commune was found: a code of the right shape that some commune bears is kept. */
export function keepInsee(draft: Draft, read: SaidCode | null): void {
  if (!read) return;
  const commune = read.code === null ? null : draft.context.reference.byInsee(read.code);
  if (commune) settleInsee(draft, read, commune);
  else refuseValue(draft, read.said, 'insee-invalid');
}
