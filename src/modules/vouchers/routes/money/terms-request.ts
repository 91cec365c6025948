import type { Context } from 'hono';
import { localDateAt } from '../../../../kernel/dates.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { findOrganisations } from '../../../access/index.ts';
import { PRESETS, type ProgrammeTerms } from '../../domain/programme.ts';
import { readTermsForm, type TermsFault, type TermsForm, termsToForm } from '../../domain/terms-form.ts';
import type { Partners } from '../../pages/money/parts/terms-fields.tsx';
import type { VoucherWebDeps } from '../deps.ts';

/** Organisations that terms may name. */
export async function readPartners({ db }: VoucherWebDeps): Promise<Partners> {
  return {
    prescribers: await findOrganisations(db, { kind: 'prescripteur' }),
    structures: await findOrganisations(db, { kind: 'structure' }),
  };
}

const EMPTY = termsToForm(PRESETS.free);
const TEXTS = (Object.keys(EMPTY) as (keyof TermsForm)[]).filter(
  (name) => name !== 'prescribers' && name !== 'structures',
);

/** As it was typed; what is not a text is as if it were absent. */
export async function readTyped(c: Context<WebEnv>): Promise<TermsForm> {
  const body = await c.req.parseBody({ all: true });
  const texts = TEXTS.map((name) => [name, typeof body[name] === 'string' ? body[name] : '']);
  const list = (name: string) => [body[name] ?? []].flat().filter((one) => typeof one === 'string');
  return {
    ...(Object.fromEntries(texts) as TermsForm),
    prescribers: list('prescribers'),
    structures: list('structures'),
  };
}

export const parseTyped = (
  form: TermsForm,
  partners: Partners,
  { clock, communes }: VoucherWebDeps,
): Result<ProgrammeTerms, readonly TermsFault[]> =>
  readTermsForm(form, {
    today: localDateAt(clock()),
    communes,
    partners: {
      prescribers: new Set(partners.prescribers.map(({ id }) => id)),
      structures: new Set(partners.structures.map(({ id }) => id)),
    },
  });
