import type { Context } from 'hono';
import type { View, WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import {
  type Actor,
  findOrganisationNames,
  findOrganisations,
  findPersonNames,
  type Role,
  type Space,
} from '../../../access/index.ts';
import { type Hand, personOf } from '../../actions/deps.ts';
import { type Programme, readProgramme } from '../../store/programmes.ts';
import { handOf, type VoucherWebDeps } from '../deps.ts';

/** One programme, open before someone of the organisation that runs it. */
export interface Desk {
  programme: Programme;
  actor: Actor;
  hand: Hand;
  view: View;
  /** Address of the programme, without final slash. */
  base: string;
}

type Answer = (c: Context<WebEnv>, desk: Desk) => Response | Promise<Response>;

interface DeskDoor {
  /** A page that everyone who works on the programme may read. */
  page(path: string, answer: Answer): void;
  /** A form that those who run the programme may send. */
  form(path: string, answer: Answer, roles?: readonly [Role, ...Role[]]): void;
}

export const READERS = ['programme-manager', 'payment-approver'] as const;
export const MANAGERS = ['programme-manager'] as const;
export const APPROVERS = ['payment-approver'] as const;

/** Routes of one programme; `money`: they ask the code of a telephone. The programme of another organisation does not exist. */
export function openDesk(space: Space, { db }: VoucherWebDeps, money?: 'money'): DeskDoor {
  const behind =
    (answer: Answer) =>
    async (c: Context<WebEnv>, actor: Actor): Promise<Response> => {
      const programme = await readProgramme(db, c.req.param('programme') ?? '');
      if (programme?.organisation !== actor.organisation.id) return answerError(c, 404, 'notFound');
      return answer(c, {
        programme,
        actor,
        hand: handOf(actor),
        view: c.get('view'),
        base: `/espace/${actor.organisation.id}/pass/programmes/${programme.id}`,
      });
    };
  const options = money ? ({ money: true } as const) : {};
  return {
    page: (path, answer) => space.get(`/pass/programmes/:programme${path}`, READERS, behind(answer), options),
    form: (path, answer, roles = MANAGERS) =>
      space.post(`/pass/programmes/:programme${path}`, roles, behind(answer), options),
  };
}

/** Names of organisations; the number of one that is unknown stands for its name. */
export async function nameBook(
  { db }: VoucherWebDeps,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const names = await findOrganisationNames(db, [...new Set(ids)]);
  return (id) => names.get(id) ?? id;
}

/** The names of those who did something here, for their colleagues; null for whoever is gone. */
export async function peopleBook(
  { db }: VoucherWebDeps,
  doers: readonly (string | null)[],
): Promise<(by: string) => string | null> {
  const ids = doers.flatMap((by) => (by === null ? [] : [personOf(by)]));
  const names = await findPersonNames(db, ids);
  return (by) => names.get(personOf(by)) || null;
}

export function sendTable(c: Context<WebEnv>, name: string, text: string): Response {
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(text, 200, { 'content-type': 'text/csv; charset=utf-8' });
}

/** Who may fund. A local authority may pay its own programme: it stands first. */
export async function readFunderChoices(
  actor: Actor,
  { db }: VoucherWebDeps,
): Promise<readonly { id: string; name: string }[]> {
  return [actor.organisation, ...(await findOrganisations(db, { kind: 'financeur' }))];
}

/** What was just done, as the address says it. */
export const saidOf = <Said extends string>(c: Context<WebEnv>, known: readonly Said[]): Said | null =>
  known.find((one) => one === c.req.query('fait')) ?? null;

/** Fields of a form as texts; those that are absent are empty. */
export async function readFields<Name extends string>(
  c: Context<WebEnv>,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    names.map((name) => [name, typeof body[name] === 'string' ? body[name] : '']),
  ) as Record<Name, string>;
}
