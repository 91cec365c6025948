import { Published } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import type { PlaceFields } from '../../../standard/index.ts';
import { PLACE } from '../../place-messages.ts';

export function PlaceName({ view, fields: { name } }: { view: View; fields: PlaceFields }) {
  return name ? <Published view={view}>{name}</Published> : PLACE[view.publicLang].unnamed;
}
