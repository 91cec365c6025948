import type { Context } from 'hono';
import { localDateAt } from '../../../../kernel/dates.ts';
import { parseEuros } from '../../../../kernel/money.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import type { Actor, Space } from '../../../access/index.ts';
import { createProgramme } from '../../actions/create-programme.ts';
import { accountOf } from '../../domain/accounts.ts';
import { PRESETS, type PresetName } from '../../domain/programme.ts';
import { endCalendar, stepsDue } from '../../domain/programme-end.ts';
import { termsToForm } from '../../domain/terms-form.ts';
import { type NewProgrammeForm, newProgrammePage, promiseField } from '../../pages/money/new-programme.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { termsFaults } from '../../pages/money/parts/terms-fields.tsx';
import { programmePage } from '../../pages/money/programme.tsx';
import { programmesPage } from '../../pages/money/programmes.tsx';
import { PROGRAMMES } from '../../programme-messages.ts';
import { readBalance } from '../../store/ledger.ts';
import { listProgrammes, type Programme, readSteps } from '../../store/programmes.ts';
import { readStanding, readWaiting } from '../../store/standing.ts';
import { handOf, newKey, type VoucherWebDeps } from '../deps.ts';
import { MANAGERS, openDesk, READERS, readFunderChoices, saidOf } from './desk.ts';
import { parseTyped, readPartners, readTyped } from './terms-request.ts';

/** The list of programmes, a new one, and the first page of each. */
export function mountProgrammes(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/programmes', READERS, (c, actor) => showList(c, actor, deps));
  space.get('/pass/programmes/nouveau', MANAGERS, (c, actor) =>
    showNew(c, actor, { deps, form: emptyForm(c.req.query('modele'), newKey(deps)), faults: [] }),
  );
  space.post('/pass/programmes', MANAGERS, (c, actor) => create(c, actor, deps));
  openDesk(space, deps).page('', async (c, { programme, view, base }) => {
    const today = localDateAt(deps.clock());
    const page = programmePage(view, {
      programme,
      base,
      standing: await readStanding(deps.db, programme.id),
      todos: await readTodos(programme, today, deps),
      pages: PROGRAMME_PAGES,
      said: saidOf(c, ['created', 'already']),
    });
    return c.html(page);
  });
}

/** Pages of one programme, in the order of the work. */
export const PROGRAMME_PAGES = [
  'argent',
  'carnets',
  'lieux',
  'comptes',
  'prolongations',
  'paiements',
  'chiffres',
  'reperes',
  'differes',
  'regles',
  'fin',
] as const;

const baseOf = ({ organisation }: Actor): string => `/espace/${organisation.id}/pass/programmes`;

async function showList(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const { id, name } = actor.organisation;
  const programmes = await Promise.all(
    (await listOwn(id, deps)).map(async (programme) => ({
      programme,
      provisionCents: await readBalance(deps.db, accountOf.provision(programme.id)),
      waiting: await sumTodos(programme, deps),
    })),
  );
  return c.html(
    programmesPage(c.get('view'), {
      base: baseOf(actor),
      back: { href: `/espace/${id}`, label: name },
      programmes,
      canCreate: actor.roles.has('programme-manager'),
    }),
  );
}

/** Decisions that wait for whoever runs or approves, in all the programmes of an organisation. */
export async function countWaiting(organisation: string, deps: VoucherWebDeps): Promise<number> {
  const own = await listOwn(organisation, deps);
  const counts = await Promise.all(own.map((programme) => sumTodos(programme, deps)));
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Those that it runs: those that it only funds are elsewhere. */
const listOwn = async (id: string, { db }: VoucherWebDeps): Promise<Programme[]> =>
  (await listProgrammes(db, { organisation: id })).filter(({ organisation }) => organisation === id);

async function sumTodos(programme: Programme, deps: VoucherWebDeps): Promise<number> {
  const todos = await readTodos(programme, localDateAt(deps.clock()), deps);
  return Object.values(todos).reduce((sum, one) => sum + one, 0);
}

async function readTodos(programme: Programme, today: ReturnType<typeof localDateAt>, deps: VoucherWebDeps) {
  const { id, endsOn, terms, escrow } = programme;
  const steps =
    endsOn === null
      ? []
      : stepsDue(endCalendar(endsOn, terms), { today, done: await readSteps(deps.db, id) });
  const waiting = await readWaiting(deps.db, { programme: id, today });
  return {
    escrow: escrow || waiting.escrowProposed > 0 ? 0 : 1,
    ...waiting,
    steps: steps.length,
  };
}

function emptyForm(asked: unknown, key: string): NewProgrammeForm {
  const preset = Object.hasOwn(PRESETS, String(asked)) ? (asked as PresetName) : 'rhone-alpes-2012';
  return { key, preset, name: '', terms: termsToForm(PRESETS[preset]), promises: {} };
}

async function showNew(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, form, faults }: { deps: VoucherWebDeps; form: NewProgrammeForm; faults: readonly Fault[] },
): Promise<Response> {
  const page = newProgrammePage(c.get('view'), {
    base: baseOf(actor),
    form,
    faults,
    partners: await readPartners(deps),
    funders: await readFunderChoices(actor, deps),
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function create(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const { lang } = c.get('view');
  const say = PROGRAMMES[lang];
  const body = await c.req.parseBody();
  const choices = await readFunderChoices(actor, deps);
  const promises = Object.fromEntries(choices.map(({ id }) => [id, String(body[promiseField(id)] ?? '')]));
  const typed = await readTyped(c);
  const key = String(body.key || newKey(deps));
  const form = { ...emptyForm(body.modele, key), name: String(body.name ?? ''), terms: typed, promises };
  const name = form.name.trim().replaceAll(/\s+/g, ' ').slice(0, 80);
  const terms = parseTyped(typed, await readPartners(deps), deps);
  const funders = choices
    .filter(({ id }) => promises[id]!.trim() !== '')
    .map(({ id }) => ({ funder: id, promisedCents: parseEuros(promises[id]!) }));
  const faults: Fault[] = [
    ...(name === '' ? [{ field: 'name', message: say['name-missing'] }] : []),
    ...(terms.ok ? [] : termsFaults(terms.refusal, lang)),
    ...funders
      .filter(({ promisedCents }) => promisedCents === null)
      .map(({ funder }) => ({ field: promiseField(funder), message: say['promise-wrong'] })),
  ];
  if (!terms.ok || faults.length > 0) return showNew(c, actor, { deps, form, faults });
  const made = await createProgramme(
    {
      key,
      name,
      terms: terms.value,
      funders: funders.map(({ funder, promisedCents }) => ({ funder, promisedCents: promisedCents! })),
    },
    handOf(actor),
    deps,
  );
  if (!made.ok) throw new Error('A programme that is well written is never refused.');
  const said = made.value.isReplayed ? 'already' : 'created';
  return c.redirect(`${baseOf(actor)}/${made.value.id}?fait=${said}`, 303);
}
