import { type AddressParts, parseAddress, properAddress } from '../../standard/index.ts';
import { type Draft, repairValue } from './normalise-draft.ts';
import { cleaned } from './normalise-texts.ts';

/** Keeps the street; gives the postal code and the commune that stood in the same text. */
export function normaliseAddress(draft: Draft): Pick<AddressParts, 'postalCode' | 'commune'> {
  const said = cleaned(draft, 'adresse');
  if (!said) return {};
  const { street, detail, postalCode, commune } = parseAddress(said.text);
  const address = properAddress(street);
  if (address !== '') draft.fields.address = address;
  if (detail && !draft.fields.addressDetail) draft.fields.addressDetail = detail;
  const isMapped = draft.mapping.fields.adresse?.transform?.kind === 'part';
  const isSplit = Boolean(postalCode || commune || detail) && !isMapped;
  if (isSplit) repairValue(draft, said, { reason: 'address-split', repair: address });
  else if (address !== street) repairValue(draft, said, { reason: 'case-fixed', repair: address });
  return { ...(postalCode ? { postalCode } : {}), ...(commune ? { commune } : {}) };
}
