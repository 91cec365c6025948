import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { isPublicLang } from '../../../platform/i18n/public-languages.ts';
import { postMessage } from '../../outbox/index.ts';
import { sealReport } from '../domain/seal.ts';
import { REPORT } from '../report-messages.ts';
import { readReport, saveAnswer } from '../store/reports.ts';
import type { UpkeepDeps } from './deps.ts';

export type AnswerRefusal =
  | { kind: 'unknown-report' }
  | { kind: 'already-answered' }
  | { kind: 'answer-empty' };

/** Answers once; whoever left an address or a number gets the answer there, written in the same transaction. */
export function answerReport(
  { id, answer, canText }: { id: number; answer: string; canText: boolean },
  deps: UpkeepDeps,
): Promise<Result<null, AnswerRefusal>> {
  const said = answer.trim();
  return deps.db.inTransaction<null, AnswerRefusal>(async (tx) => {
    if (said === '') return refuse({ kind: 'answer-empty' });
    const report = await readReport(tx, id);
    if (!report) return refuse({ kind: 'unknown-report' });
    if (!(await saveAnswer(tx, { id, answer: said, at: deps.clock() })))
      return refuse({ kind: 'already-answered' });
    const say = REPORT[isPublicLang(report.lang) ? report.lang : 'fr'];
    const address = `${deps.publicUrl}/signalements/${sealReport(id, deps.signer.sign)}`;
    if (report.email)
      await postMessage(
        tx,
        {
          channel: 'mail',
          purpose: 'report-answer',
          to: report.email,
          subject: say.mailSubject(id),
          text: say.mailText(said, address),
        },
        deps,
      );
    else if (report.phone && canText)
      await postMessage(tx, { channel: 'sms', purpose: 'report-answer', to: report.phone, text: said }, deps);
    return ok(null);
  });
}
