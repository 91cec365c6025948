import { fold } from '../../../kernel/text.ts';
import { type Commune, properCase } from '../../standard/index.ts';
import type { MappedText } from './apply-mapping.ts';
import { type Draft, emptyCell, refuseValue, repairValue } from './normalise-draft.ts';

/** The name of the commune found, in its official spelling; an arrondissement bears the name of its city. */
export function settleCommuneName(draft: Draft, said: MappedText | null, commune: Commune): void {
  const city = commune.arrondissementOf && draft.context.reference.byInsee(commune.arrondissementOf);
  const name = city ? city.name : commune.name;
  draft.fields.commune = name;
  const written = said ?? emptyCell(draft, 'commune');
  if (!written || written.text === name) return;
  repairValue(draft, written, { reason: reasonFor(written.text, name), repair: name });
}

function reasonFor(said: string, name: string): 'commune-completed' | 'case-fixed' | 'commune-renamed' {
  if (said === '') return 'commune-completed';
  return fold(said) === fold(name) ? 'case-fixed' : 'commune-renamed';
}

/** No commune was found for the record: a name that some commune bears is kept as written. */
export function keepCommuneName(draft: Draft, said: MappedText | null): void {
  if (!said) return;
  const { reference } = draft.context;
  const [namesake] = reference.byName(said.text);
  if (!namesake) {
    refuseValue(draft, said, 'unknown-commune');
    return;
  }
  const name = fold(namesake.name) === fold(said.text) ? namesake.name : properCase(said.text);
  draft.fields.commune = name;
  if (name !== said.text) repairValue(draft, said, { reason: 'case-fixed', repair: name });
}
