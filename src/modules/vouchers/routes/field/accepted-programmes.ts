import { localDateAt } from '../../../../kernel/dates.ts';
import type { Actor } from '../../../access/index.ts';
import { listAgreements } from '../../store/places.ts';
import { type Programme, readProgramme } from '../../store/programmes.ts';
import type { VoucherWebDeps } from '../deps.ts';

/** Those whose passes this place may take today. */
export async function acceptedProgrammes(
  { organisation }: Actor,
  { db, clock }: VoucherWebDeps,
): Promise<Programme[]> {
  const today = localDateAt(clock());
  const agreements = await listAgreements(db, { structure: organisation.id });
  const open = agreements.filter(
    ({ state, startsOn, endsOn }) =>
      state === 'active' && startsOn <= today && (endsOn === null || today <= endsOn),
  );
  const programmes = await Promise.all(open.map(({ programme }) => readProgramme(db, programme)));
  return programmes.filter((programme) => programme !== null);
}
