import type { Context } from 'hono';
import type { Result } from '../../../../kernel/result.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { isPublicLang, type PublicLang } from '../../../../platform/i18n/public-languages.ts';
import { type Actor, recordAudit } from '../../../access/index.ts';
import { parseMobile } from '../../../standard/index.ts';
import type { HandedOver, HandingDeps } from '../../actions/hand-over.ts';
import { textCode } from '../../actions/text-code.ts';
import { handedOverPage } from '../../pages/field/handed-over.tsx';
import type { VoucherWebDeps } from '../deps.ts';

/** How the code reaches the person: always on paper, and by text message when they gave a number. */
export interface SheetForm {
  /** As typed. */
  phone: string;
  lang: PublicLang;
}

export async function readSheetForm(c: Context<WebEnv>): Promise<SheetForm> {
  const { telephone, langue } = await c.req.parseBody();
  return { phone: String(telephone ?? '').trim(), lang: isPublicLang(langue) ? langue : 'fr' };
}

interface Telling extends Pick<HandingDeps, 'tell'> {
  /** In international form; null when nothing is to be sent. */
  to: string | null;
}

type SheetRefusal<Refusal> = Refusal | { kind: 'not-a-mobile' };

/** Makes a code and, where a number was given, writes the text message in the same transaction. */
export async function makeSheet<Refusal>(
  c: Context<WebEnv>,
  { form: { phone, lang }, deps }: { form: SheetForm; deps: VoucherWebDeps },
  make: (telling: Telling) => Promise<Result<HandedOver, Refusal>>,
): Promise<Result<HandedOver, SheetRefusal<Refusal>>> {
  if (phone === '' || !deps.canText) return make({ to: null });
  const to = parseMobile(phone);
  if (to === null) return { ok: false, refusal: { kind: 'not-a-mobile' } };
  const page = `${c.get('view').publicUrl}/pass`;
  return make({ to, tell: (tx, given) => textCode(tx, given, { to, lang, page, deps }) });
}

/** The code stands in this answer and nowhere else; nothing on the way keeps it (`no-store`, as all of a space). */
export function showSheet(
  c: Context<WebEnv>,
  actor: Actor,
  {
    given,
    form: { phone, lang },
    deps: { canText },
    isAgain,
  }: { given: HandedOver; form: SheetForm; deps: VoucherWebDeps; isAgain: boolean },
): Response | Promise<Response> {
  return c.html(
    handedOverPage(c.get('view'), {
      base: `/espace/${actor.organisation.id}/pass`,
      prescriber: actor.organisation.name,
      given,
      lang,
      sentTo: canText ? parseMobile(phone) : null,
      canText,
      isAgain,
    }),
  );
}

/** First names were shown: who saw them is kept, with numbers only. */
export const auditReading = (actor: Actor, { db, clock }: VoucherWebDeps): Promise<void> =>
  recordAudit(db, {
    actor,
    action: 'booklets-read',
    subjectKind: 'organisation',
    subjectId: actor.organisation.id,
    at: clock(),
  });
