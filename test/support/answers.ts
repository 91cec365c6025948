import type { WholeApp } from './whole-app.ts';

/** An answer as a person gets it. */
export interface Answer {
  status: number;
  location: string;
  /** As people read it: without tags, each space a plain one. */
  text: string;
  html: string;
}

export async function readAnswer(answer: Response): Promise<Answer> {
  const html = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    html,
    text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' '),
  };
}

/** A page, or a form sent to it, by whoever holds this cookie. */
export async function answerOf(
  { app }: Pick<WholeApp, 'app'>,
  path: string,
  { cookie, form }: { cookie: string; form?: Record<string, string> | undefined },
): Promise<Answer> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return readAnswer(
    await app.request(
      path,
      form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers },
    ),
  );
}
