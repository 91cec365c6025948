import { formatPhone, type PlaceFields } from '../../standard/index.ts';

/** One text message holds 160 characters of the GSM alphabet (3GPP TS 23.038); one letter outside it halves that. */
const MOST = 160;
const GSM = /[^A-Za-z0-9@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà \n!"#%&'()*+,\-./:;<=>?¡]/g;

/** A place in one text message, without a word of ours, in any language: its name, number, street, and page when there is room. */
export function placeText(fields: PlaceFields, address: string): string {
  const phone = fields.phones?.[0];
  const needed = [
    ...(phone ? [plain(formatPhone(phone))] : []),
    plain(
      [fields.address, [fields.postalCode, fields.commune].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', '),
    ),
  ].filter((part) => part !== '');
  const name = plain(fields.name ?? '');
  const short = assemble([cut(name, 60), ...needed]);
  const withPage = `${short}\n${address}`;
  return withPage.length <= MOST && plain(address) === address ? withPage : short;
}

/** Whole parts as long as they fit; the last one is cut rather than lost. */
function assemble(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    const room = MOST - text.length - (text === '' ? 0 : 1);
    if (room < 10) return text;
    text += `${text === '' ? '' : '\n'}${cut(part, room)}`;
  }
  return text;
}

const cut = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room - 3).trimEnd()}...`;

/** Letters that telephones of any age show, and that do not make the message cost double. */
function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[«»“”]/g, '"')
    .replace(/[\u2010-\u2015\u2060]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(GSM, (letter) => letter.normalize('NFD').replace(/[^\x20-\x7e]/g, ''))
    .replace(GSM, '')
    .trim();
}
