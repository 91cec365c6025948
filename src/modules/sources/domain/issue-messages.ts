import type { Words } from '../../standard/index.ts';
import type { IssueReason, ValueIssue } from './value-issue.ts';

type Sentence = (issue: Pick<ValueIssue, 'value' | 'repair'>) => Words;

const fixed =
  (fr: string, en: string): Sentence =>
  () => ({ fr, en });

/** What is kept, then why: the reader sees the result first. */
const kept =
  (fr: string, en: string): Sentence =>
  ({ repair = '' }) => ({ fr: `${repair} (${fr})`, en: `${repair} (${en})` });

/** What was done with one value, said to the producer of the source. Typography is the page's work. */
export const ISSUE_MESSAGES: Record<IssueReason, Sentence> = {
  'missing-name': fixed(
    'Il n’y a pas de nom. La ligne est gardée, mais pas publiée.',
    'There is no name. The row is kept, but not published.',
  ),
  'no-location': fixed(
    'Il n’y a ni commune, ni code postal, ni adresse, ni coordonnées. La ligne est gardée, mais pas publiée.',
    'There is no town, postcode, address or coordinates. The row is kept, but not published.',
  ),
  'unknown-commune': fixed(
    'Aucune commune ne porte ce nom. À vérifier avec le code postal.',
    'No town has this name. Please check it against the postcode.',
  ),
  'commune-completed': kept('commune trouvée grâce aux autres colonnes', 'town found from the other columns'),
  'commune-renamed': kept('nom officiel de la commune', 'official name of the town'),
  'postal-code-invalid': (issue) => postalCode(issue),
  'postal-code-disputed': ({ repair }) => ({
    fr: `${repair ?? 'Ce code postal'} n’est pas un code postal de cette commune. Rien ne dit lequel des deux est juste : les deux sont gardés. À vérifier avec le producteur.`,
    en: `${repair ?? 'This postcode'} is not a postcode of this town. Nothing tells which of the two is right: both are kept. Please check with the producer.`,
  }),
  'postal-code-padded': kept('zéro remis devant', 'leading zero put back'),
  'postal-code-reformatted': kept('seuls les 5 chiffres sont gardés', 'only the 5 digits are kept'),
  'postal-code-from-commune': kept('code postal de la commune', 'postcode of the town'),
  'insee-invalid': ({ repair }) =>
    repair === undefined
      ? {
          fr: 'Ce code INSEE n’existe pas. La ligne est gardée sans code INSEE.',
          en: 'This INSEE code does not exist. The row is kept without it.',
        }
      : {
          fr: `${repair} (le code écrit est celui d’un autre lieu, ou n’existe pas)`,
          en: `${repair} (the code written belongs to another town, or does not exist)`,
        },
  'insee-padded': kept('zéro remis devant', 'leading zero put back'),
  'insee-former': kept('code de la commune depuis sa fusion', 'code of the town since it was merged'),
  'insee-from-commune': kept('code INSEE trouvé grâce à la commune', 'INSEE code found from the town'),
  'address-split': kept(
    'code postal, commune et complément rangés à part',
    'postcode, town and details put apart',
  ),
  'case-fixed': kept('majuscules et accents rétablis', 'capitals and accents restored'),
  'html-removed': kept('balises retirées', 'markup removed'),
  'phone-invalid': (issue) => phone(issue),
  'phone-reformatted': kept('numéro complété', 'number completed'),
  'phone-short-number': ({ value }) => ({
    fr: `${value} est un numéro court. Le format national ne sait pas l’écrire.`,
    en: `${value} is a short number. The national format cannot hold it.`,
  }),
  'email-invalid': ({ value }) =>
    value.includes('@')
      ? {
          fr: 'Cette adresse électronique n’est pas complète. La ligne est gardée sans elle.',
          en: 'This e-mail address is not complete. The row is kept without it.',
        }
      : {
          fr: 'Il manque le signe @. La ligne est gardée sans adresse électronique.',
          en: 'The @ sign is missing. The row is kept without an e-mail address.',
        },
  'email-repaired': kept('adresse électronique nettoyée', 'e-mail address cleaned'),
  'url-invalid': fixed(
    'Ce n’est pas une adresse de site. La ligne est gardée sans site.',
    'This is not a website address. The row is kept without it.',
  ),
  'url-repaired': kept('adresse du site complétée', 'website address completed'),
  'date-invalid': fixed(
    'Cette date ne se lit pas. Écrivez-la ainsi : 2026-11-23.',
    'This date cannot be read. Please write it like this: 2026-11-23.',
  ),
  'date-reformatted': kept('date lue ainsi', 'date read this way'),
  'date-in-future': fixed(
    'Cette date n’est pas encore passée. À demander au producteur.',
    'This date is in the future. Please ask the producer.',
  ),
  'hours-unreadable': (issue) => hours(issue),
  'hours-closed': fixed(
    'Le lieu serait fermé tous les jours. La ligne est gardée sans horaires.',
    'The place would be closed every day. The row is kept without hours.',
  ),
  'hours-partly-read': kept(
    'une partie des horaires n’a pas été comprise',
    'part of the hours was not understood',
  ),
  'hours-reformatted': kept('écriture des horaires corrigée', 'writing of the hours corrected'),
  'coordinates-invalid': fixed(
    'Ces coordonnées ne désignent aucun point de France. La ligne est gardée sans elles.',
    'These coordinates are nowhere in France. The row is kept without them.',
  ),
  'coordinates-swapped': fixed(
    'Latitude et longitude étaient inversées.',
    'Latitude and longitude were swapped.',
  ),
  'coordinates-projected': kept('coordonnées en mètres converties en degrés', 'metres converted to degrees'),
  'coordinates-scaled': kept('virgule remise à sa place', 'decimal point put back'),
  'coordinates-far-from-commune': fixed(
    'Ce point est loin de la commune. Il est gardé, mais ne sert pas à chercher.',
    'This point is far from the town. It is kept, but not used to search.',
  ),
  'coordinates-from-address': kept(
    'coordonnées trouvées grâce à l’adresse',
    'coordinates found from the address',
  ),
  'siret-invalid': (issue) => siret(issue),
  'siret-unknown': fixed(
    'Une suite de zéros ne désigne aucune structure. La ligne est gardée sans SIRET.',
    'A row of zeros is no organisation. The row is kept without a SIRET.',
  ),
  'siret-truncated': fixed(
    'Le tableur a arrondi ce SIRET. Ses derniers chiffres sont perdus : à demander au producteur.',
    'The spreadsheet rounded this SIRET. Its last digits are lost: please ask the producer.',
  ),
  'siret-siren': fixed(
    'Ce numéro de 9 chiffres désigne toute une structure (SIREN), pas un lieu. Un SIRET a 14 chiffres. La ligne est gardée sans SIRET.',
    'This 9-digit number names a whole organisation (SIREN), not a place. A SIRET has 14 digits. The row is kept without a SIRET.',
  ),
  'value-unknown': fixed(
    'Le standard national n’a pas de valeur pour ce texte. À vérifier.',
    'The national standard has no value for this text. Please check it.',
  ),
  'text-empty': fixed('Ce texte ne contient que des balises.', 'This text holds nothing but markup.'),
  'summary-shortened': fixed(
    'Le résumé dépasse 280 caractères : il est coupé. Le texte entier reste dans la présentation.',
    'The summary is longer than 280 characters: it is cut. The whole text stays in the description.',
  ),
  'encoding-repaired': kept('lettres abîmées rétablies', 'broken letters restored'),
};

export const issueSentence = (issue: ValueIssue, lang: keyof Words): string =>
  ISSUE_MESSAGES[issue.reason](issue)[lang];

const digitCount = (text: string): number => text.replace(/\D/g, '').length;
const plural = (count: number): string => (count > 1 ? 's' : '');

const PHONE_DIGITS = 10;

function phone({ value }: { value: string }): Words {
  const missing = PHONE_DIGITS - digitCount(value);
  const after = {
    fr: 'La ligne est gardée sans ce téléphone.',
    en: 'The row is kept without this number.',
  };
  if (missing > 0 && missing < PHONE_DIGITS && value.trim().startsWith('0'))
    return {
      fr: `Il manque ${missing} chiffre${plural(missing)}. ${after.fr}`,
      en: `${missing} digit${plural(missing)} missing. ${after.en}`,
    };
  if (missing < 0 && value.trim().startsWith('0'))
    return {
      fr: `Il y a ${-missing} chiffre${plural(-missing)} de trop. ${after.fr}`,
      en: `${-missing} digit${plural(-missing)} too many. ${after.en}`,
    };
  return {
    fr: `Ce numéro n’existe pas. ${after.fr}`,
    en: `This number does not exist. ${after.en}`,
  };
}

const POSTAL_DIGITS = 5;

function postalCode({ value, repair }: Pick<ValueIssue, 'value' | 'repair'>): Words {
  const count = digitCount(value);
  const why =
    count === POSTAL_DIGITS
      ? { fr: 'Ce code postal n’est pas celui de la commune.', en: 'This postcode is not that of the town.' }
      : {
          fr: `Un code postal a 5 chiffres. Il y en a ${count === 0 ? 'aucun' : count} ici.`,
          en: `A postcode has 5 digits. There ${count === 1 ? 'is' : 'are'} ${count === 0 ? 'none' : count} here.`,
        };
  return repair === undefined ? why : { fr: `${repair}. ${why.fr}`, en: `${repair}. ${why.en}` };
}

const SIRET_DIGITS = 14;

function siret({ value }: { value: string }): Words {
  const missing = SIRET_DIGITS - digitCount(value);
  if (missing > 0)
    return {
      fr: `Un SIRET a 14 chiffres. Il en manque ${missing}.`,
      en: `A SIRET has 14 digits. ${missing} missing.`,
    };
  if (missing < 0)
    return {
      fr: `Un SIRET a 14 chiffres. Il y en a ${-missing} de trop.`,
      en: `A SIRET has 14 digits. ${-missing} too many.`,
    };
  return {
    fr: 'Un chiffre de ce SIRET est faux : sa clé de contrôle ne correspond pas.',
    en: 'A digit of this SIRET is wrong: its check digit does not match.',
  };
}

/** « 14h-12h », and no night in sight. */
function hours({ value }: { value: string }): Words {
  const range = /^\s*(\d{1,2}) ?[h:](\d{2})?\D{1,4}(\d{1,2}) ?[h:]?(\d{2})?\s*$/i.exec(value);
  const [, startHour, startMinute = '0', endHour, endMinute = '0'] = range ?? [];
  const isBackwards =
    range !== null && Number(endHour) * 60 + Number(endMinute) < Number(startHour) * 60 + Number(startMinute);
  return isBackwards
    ? {
        fr: 'La fin est avant le début. À demander au producteur.',
        en: 'It ends before it starts. Please ask the producer.',
      }
    : {
        fr: 'Ces horaires n’ont pas été compris. À demander au producteur.',
        en: 'These hours were not understood. Please ask the producer.',
      };
}
