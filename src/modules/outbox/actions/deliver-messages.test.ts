import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { aView } from '../../../../test/support/view.ts';
import { ok } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createSmtpTransport } from '../../../platform/mail/smtp.ts';
import type { SmsTransport } from '../../../platform/sms/gateway.ts';
import { checks } from '../checks.ts';
import type { NewMessage } from '../domain/message.ts';
import { outboxPage } from '../pages/outbox.tsx';
import { readMessages, requeueMessage } from '../store.ts';
import { deliverMessages, emptyOldMessages, type Transports } from './deliver-messages.ts';
import { postMessage } from './post-message.ts';

interface Received {
  to: string[];
  raw: string;
}

/** A real SMTP server on this machine, whose answer to each recipient a test decides. */
async function smtpServer(answerTo: (address: string) => { code: number; text: string } | null) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = answerTo(address);
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const mail = createSmtpTransport({
    url: `smtp://127.0.0.1:${port}`,
    from: 'Annuaire fictif <annuaire@territoire.example>',
  });
  return { received, close, mail };
}

const LETTER: NewMessage = {
  channel: 'mail',
  purpose: 'correction-link',
  to: 'contact@trois-saules.example',
  subject: 'Votre fiche à vérifier',
  text: 'Bonjour,\nVoici votre lien : https://annuaire.example/lieux/abc/corriger?lien=x',
  unsubscribeUrl: 'https://annuaire.example/rappels/y',
};

describe('messages', () => {
  let db: Database;
  let now = new Date('2026-11-24T13:10:00Z');
  let count = 0;
  const clock = () => now;
  const randomBytes = (length: number) => {
    count += 1;
    return new Uint8Array(length).fill(count);
  };
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const post = (message: NewMessage) =>
    db.inTransaction(async (tx) => ok(await postMessage(tx, message, { clock, randomBytes })));
  const deliver = (transports: Transports) => deliverMessages({ db, clock, transports });
  const first = async () => (await readMessages(db, 1))[0]!;

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  beforeEach(() => db.rows(sql`delete from outbox.message`));
  afterAll(() => db.close());

  test('an e-mail leaves once, in plain text, with the way to stop such messages', async () => {
    const server = await smtpServer(() => null);
    await post(LETTER);
    expect(await deliver({ mail: server.mail })).toMatchObject({ sent: 1 });
    expect(await deliver({ mail: server.mail })).toMatchObject({ sent: 0 });
    await server.close();
    expect(server.received).toHaveLength(1);
    const [{ to, raw }] = server.received as [Received];
    expect(to).toEqual(['contact@trois-saules.example']);
    expect(raw).toContain('From: Annuaire fictif <annuaire@territoire.example>');
    expect(raw).toContain('List-Unsubscribe: <https://annuaire.example/rappels/y>');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/i);
    expect(await first()).toMatchObject({ status: 'sent', attempts: 1 });
  });

  test('a busy server is asked again later, under the same number; a final refusal is not', async () => {
    let isBusy = true;
    const server = await smtpServer((address) => {
      if (address.startsWith('parti')) return { code: 550, text: 'no such user' };
      return isBusy ? { code: 451, text: 'come back later' } : null;
    });
    await post(LETTER);
    expect(await deliver({ mail: server.mail })).toMatchObject({ postponed: 1 });
    expect(await first()).toMatchObject({ status: 'waiting', lastError: 'EENVELOPE 451' });
    expect(await deliver({ mail: server.mail })).toMatchObject({ postponed: 0 });
    isBusy = false;
    later(2);
    expect(await deliver({ mail: server.mail })).toMatchObject({ sent: 1 });
    const { id } = await first();
    expect(server.received[0]!.raw).toContain(`Message-ID: <${id}@territoire.example>`);
    await post({ ...LETTER, to: 'parti@trois-saules.example' });
    later(1);
    expect(await deliver({ mail: server.mail })).toMatchObject({ failed: 1 });
    await server.close();
  });

  test('a server that never answers is given up after a day and a half, and a person may try again', async () => {
    const server = await smtpServer(() => null);
    await server.close();
    await post(LETTER);
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await deliver({ mail: server.mail });
      later(24 * 60);
    }
    const { id, status, attempts } = await first();
    expect({ status, attempts }).toEqual({ status: 'failed', attempts: 7 });
    expect(await requeueMessage(db, id, now)).toBe(true);
    expect(await first()).toMatchObject({ status: 'waiting', attempts: 0 });
  });

  test('a process that dies while sending leaves the message to the next one', async () => {
    await post(LETTER);
    const dying: Transports = { mail: { send: () => Promise.reject(new Error('power cut')) } };
    await expect(deliver(dying)).rejects.toThrow('power cut');
    const server = await smtpServer(() => null);
    expect(await deliver({ mail: server.mail })).toMatchObject({ sent: 0 });
    later(6);
    expect(await deliver({ mail: server.mail })).toMatchObject({ sent: 1 });
    await server.close();
  });

  test('without a mail server messages are kept, to be read here', async () => {
    await post(LETTER);
    expect(await deliver({})).toMatchObject({ kept: 1 });
    expect(await first()).toMatchObject({ status: 'kept', body: LETTER.text });
  });

  test('a link that opens a door is erased as soon as it has left, and read here only where nothing sends it', async () => {
    const server = await smtpServer(() => null);
    const shown = async () => {
      const view = aView({ lang: 'fr' });
      const sends = { mail: true, sms: false };
      return outboxPage(view, { messages: await readMessages(db, 1), sends, isRequeued: false }).includes(
        'lien=x',
      );
    };
    await post({ ...LETTER, isSecret: true });
    expect(await shown()).toBe(false);
    await deliver({ mail: server.mail });
    await server.close();
    expect(server.received[0]!.raw).toContain('lien=x');
    expect(await first()).toMatchObject({ status: 'sent', body: null });
    await db.rows(sql`delete from outbox.message`);
    await post({ ...LETTER, isSecret: true });
    await deliver({});
    expect(await shown()).toBe(true);
  });

  test('an action that is refused writes to nobody', async () => {
    await db.inTransaction<null, 'refused'>(async (tx) => {
      await postMessage(tx, LETTER, { clock, randomBytes });
      return { ok: false, refusal: 'refused' };
    });
    expect(await readMessages(db, 1)).toEqual([]);
  });

  test('a telephone number is forgotten once its message has left, and what messages said a month later', async () => {
    const sms: SmsTransport = { send: async () => ok(null) };
    await post({ channel: 'sms', purpose: 'place', to: '+33639980011', text: 'Espace fictif' });
    await post(LETTER);
    await deliver({ sms });
    expect((await readMessages(db, 2)).find(({ channel }) => channel === 'sms')?.recipient).toBeNull();
    later(29 * 24 * 60);
    expect(await emptyOldMessages(db, now)).toBe(0);
    later(2 * 24 * 60);
    expect(await emptyOldMessages(db, now)).toBe(2);
    for (const { recipient, body } of await readMessages(db, 2))
      expect([recipient, body]).toEqual([null, null]);
    expect(await checks[0]!.countFaults(db)).toBe(0);
  });
});
