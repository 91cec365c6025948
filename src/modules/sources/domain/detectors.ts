import { fold } from '../../../kernel/text.ts';
import type { CommuneReference } from '../../standard/index.ts';
import { isLambertX, isLambertY, isLatitude, isLongitude, isPointText } from './detectors-geo.ts';
import { isHours, isStreet, looksLikePlaceName } from './detectors-text.ts';

export interface Cell {
  text: string;
  /** Folded: lower case, no accents. */
  folded: string;
}

type Detect = (cell: Cell, reference: CommuneReference) => boolean;

const PHONE_SHAPE = /^(?:\+|00)?\d[\d\s.\-/()]{4,}\d$/;
const DOMAIN =
  /^(?:https?:\/\/|www\.)\S+|^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:fr|com|org|net|eu|info|asso|coop|nc|re|gp|mq|yt|io|paris|bzh|alsace|corsica|site|tv)(?:\/\S*)?$/;
const EMAIL = /[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_WORD =
  '(?:janv|fevr|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|sep)[a-z]*\\.?';
const DATE = new RegExp(
  `\\b(?:19|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.]${DAY}(?=\\b|t)|\\b${DAY}[-/.](?:0?[1-9]|1[0-2])[-/.](?:(?:19|20)\\d{2}|\\d{2})\\b|\\b${DAY}(?:er)? ${MONTH_WORD} (?:19|20)\\d{2}\\b|\\b${MONTH_WORD} ${DAY},? (?:19|20)\\d{2}\\b`,
);

const SOCIAL = /(?:facebook|twitter|instagram|linkedin|youtube|tiktok)\.com|\/\/x\.com/;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function isPhone({ folded }: Cell): boolean {
  const first = folded.replace(/^(?:tel|telephone|phone|portable|mobile|fixe|standard)[a-z]*[\s.:]*/, '');
  const item = first.split(/[|;,]|\bou\b|\bet\b| \/ /)[0]?.trim() ?? '';
  if (!PHONE_SHAPE.test(item)) return false;
  const digits = digitsOf(item);
  if (/^(?:0[1-9]\d{8}|(?:00)?(?:33|262|590|594|596|687|689|508|681)0?\d{6,9})$/.test(digits)) return true;
  // Excel drops the first zero; New Caledonia and Polynesia write 6 or 8 digits by pairs.
  return /^[1-9]\d{8}$/.test(digits) || /^\d{2}([ .-]\d{2}){2,3}$/.test(item);
}

const isPostalCode: Detect = ({ text }, reference) => {
  const code = /^(?:F-?)?(\d{4,5})(?:\.0)?$/.exec(text.replace(/(\d) (?=\d)/g, '$1'))?.[1];
  return code !== undefined && reference.byPostalCode(code.padStart(5, '0')).length > 0;
};

const isInsee: Detect = ({ text }, reference) =>
  /^(?:\d{4,5}|2[ABab]\d{3})$/.test(text) && reference.byInsee(text.toUpperCase().padStart(5, '0')) !== null;

const isCommune: Detect = ({ text }, reference) =>
  text.length <= 60 && /\p{L}/u.test(text) && reference.byName(text).length > 0;

const isUrl = ({ folded }: Cell): boolean => !folded.includes('@') && DOMAIN.test(folded);

/** Seconds or milliseconds since 1970, between 2001 and 2033. */
const isEpoch = (text: string): boolean => /^(?:1\d{9}|1\d{12})$/.test(text);

const FIRST_NAMES = new Set(
  'marie jean pierre michel andre philippe alain bernard jacques daniel patrick nicolas christophe christian thierry stephane eric frederic pascal olivier laurent sebastien david julien guillaume thomas alexandre vincent antoine maxime romain kevin florian mathieu matthieu benjamin clement lucas hugo paul louis francois francoise nathalie isabelle sylvie catherine martine christine valerie sandrine stephanie veronique sophie celine chantal patricia anne brigitte julie monique aurelie nicole laurence annie emilie dominique virginie corinne elodie christelle camille caroline lea sarah florence laura nadine delphine sabrina melanie audrey claire cecile carole marion pauline laetitia mathilde manon lucie emma chloe agnes helene elisabeth beatrice karine muriel jerome fabrice gilles bruno yves serge denis gerard didier marc luc remi cedric arnaud mickael yann fabien damien anthony jeremy adrien quentin samuel nadia fatima mohamed karim samira malika rachid'.split(
    ' ',
  ),
);

function isPersonName({ text, folded }: Cell): boolean {
  if (/^(?:m|mr|mme|mlle|monsieur|madame)\.? /.test(folded)) return true;
  const names = folded.split(/[\s-]+/);
  return names.length <= 4 && !/\d/.test(text) && names.some((name) => FIRST_NAMES.has(name));
}

const YES_NO = new Set(['oui', 'non', 'true', 'false', '0', '1', 'x', 'vrai', 'faux', 'yes', 'no', 'o', 'n']);

export const DETECTORS = {
  phone: isPhone,
  postalCode: isPostalCode,
  insee: isInsee,
  commune: isCommune,
  pivot: ({ text }) => /^(?:\d{14}|W\d[\dA-Z]\d{7})$/i.test(text.replace(/\.0$/, '').replace(/[\s.]/g, '')),
  siren: ({ text }) => /^[1-9]\d{8}$/.test(text.replace(/\s/g, '')),
  email: ({ folded }) => EMAIL.test(folded),
  url: isUrl,
  image: ({ folded }) => /\.(?:png|jpe?g|gif|svg|webp)(?:$|\?|\|)/.test(folded),
  social: ({ folded }) => SOCIAL.test(folded.split(/[|;\s]/)[0] ?? ''),
  accessLibre: ({ folded }) => /acceslibre/.test(folded),
  booking: ({ folded }) =>
    isUrl({ text: folded, folded }) && /rdv|rendez|book|reserv|doctolib|calendly|orientation/.test(folded),
  date: ({ folded }) => isEpoch(folded) || (folded.length <= 60 && DATE.test(folded)),
  latitude: ({ text }) => isLatitude(text),
  longitude: ({ text }) => isLongitude(text),
  lambertX: ({ text }) => isLambertX(text),
  lambertY: ({ text }) => isLambertY(text),
  point: ({ text }) => isPointText(text),
  hours: ({ folded }) => isHours(folded),
  street: ({ folded }) => isStreet(folded),
  postalInside: ({ text }) => text.length > 8 && /(?:^|[\s,–-])\d{5}\s+\p{L}{2}/u.test(text),
  placeName: ({ folded }) => looksLikePlaceName(folded),
  person: isPersonName,
  yesNo: ({ folded }) => YES_NO.has(folded),
  integer: ({ text }) => /^\d{1,9}$/.test(text),
  number: ({ text }) => /^-?\d+(?:[.,]\d+)?$/.test(text),
  uuid: ({ folded }) => /^\{?[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{24,40}$/.test(folded),
  list: ({ text }) => text.includes('|'),
  sentence: ({ text }) => text.length > 80 || text.split(/\s+/).length > 12,
  words: ({ text }) => /\p{L}{2}/u.test(text),
} satisfies Record<string, Detect>;

export type Detector = keyof typeof DETECTORS;

export const toCell = (text: string): Cell => ({ text, folded: fold(text) });
