import { type AddressParts, parseAddress } from '../../standard/index.ts';
import { type Draft, repairValue } from './normalise-draft.ts';
import { cleaned } from './normalise-texts.ts';

/** Keeps the street; gives the postal code and the commune that stood in the same text. */
export function normaliseAddress(draft: Draft): Pick<AddressParts, 'postalCode' | 'commune'> {
  const said = cleaned(draft, 'adresse');
  if (!said) return {};
  const { street, detail, postalCode, commune } = parseAddress(said.text);
  if (street !== '') draft.fields.address = street;
  if (detail && !draft.fields.addressDetail) draft.fields.addressDetail = detail;
  const isMapped = draft.mapping.fields.adresse?.transform?.kind === 'part';
  if ((postalCode || commune || detail) && !isMapped)
    repairValue(draft, said, { reason: 'address-split', repair: street });
  return { ...(postalCode ? { postalCode } : {}), ...(commune ? { commune } : {}) };
}
