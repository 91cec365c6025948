import { gsmText, MOST_GSM_CHARACTERS } from '../../../kernel/gsm-text.ts';
import { formatPhone, type PlaceFields } from '../../standard/index.ts';

/** A place in one text message, without a word of ours, in any language: its name, number, street, and page when there is room. */
export function placeText(fields: PlaceFields, address: string): string {
  const phone = fields.phones?.[0];
  const needed = [
    ...(phone ? [gsmText(formatPhone(phone))] : []),
    gsmText(
      [fields.address, [fields.postalCode, fields.commune].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', '),
    ),
  ].filter((part) => part !== '');
  const name = gsmText(fields.name ?? '');
  const short = assemble([cut(name, 60), ...needed]);
  const withPage = `${short}\n${address}`;
  return withPage.length <= MOST_GSM_CHARACTERS && gsmText(address) === address ? withPage : short;
}

/** Whole parts as long as they fit; the last one is cut rather than lost. */
function assemble(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    const room = MOST_GSM_CHARACTERS - text.length - (text === '' ? 0 : 1);
    if (room < 10) return text;
    text += `${text === '' ? '' : '\n'}${cut(part, room)}`;
  }
  return text;
}

const cut = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room - 3).trimEnd()}...`;
