import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from '../../../test/support/web.ts';
import { createHttpClient } from '../http-client.ts';
import { createSmsGateway } from './gateway.ts';

/** The documented gateway, as its documentation describes requests and answers. */
function documentedGateway() {
  const accepted: unknown[] = [];
  const app = new Hono();
  app.post('/v3/transactionalSMS/send', async (c) => {
    if (c.req.header('api-key') !== 'clé')
      return c.json({ code: 'unauthorized', message: 'Key not found' }, 401);
    const body = await c.req.json<{ sender?: string; recipient?: string; content?: string }>();
    if (!/^\d{8,15}$/.test(body.recipient ?? '') || !body.content || !/^[\w ]{1,11}$/.test(body.sender ?? ''))
      return c.json({ code: 'invalid_parameter', message: 'Invalid telephone number' }, 400);
    if (body.content.includes('sans crédit'))
      return c.json({ code: 'not_enough_credits', message: 'Not enough credits' }, 402);
    accepted.push(body);
    return c.json({ messageId: 1_511_882_900_176_220 }, 201);
  });
  return { app, accepted };
}

test('a text message leaves as the documented gateway expects it; what can be mended is tried again', async () => {
  const { app, accepted } = documentedGateway();
  const server = await listen(app as never);
  const http = createHttpClient({ allowPrivateAddresses: true });
  const config = { url: `${server.origin}/v3/transactionalSMS/send`, key: 'clé', sender: 'Annuaire' };
  const gateway = createSmsGateway(config, http);
  const sms = { to: '+33639980011', text: 'Espace fictif, 12 rue des Essais' };
  expect(await gateway.send(sms)).toEqual({ ok: true, value: null });
  expect(accepted).toEqual([
    {
      sender: 'Annuaire',
      recipient: '33639980011',
      content: sms.text,
      type: 'transactional',
      unicodeEnabled: false,
    },
  ]);
  const refusals = await Promise.all([
    gateway.send({ ...sms, to: '12' }),
    gateway.send({ ...sms, text: 'sans crédit' }),
    createSmsGateway({ ...config, key: 'autre' }, http).send(sms),
  ]);
  await server.close();
  expect([...refusals, await gateway.send(sms)]).toEqual([
    { ok: false, refusal: { kind: 'never', detail: 'HTTP 400' } },
    { ok: false, refusal: { kind: 'try-later', detail: 'HTTP 402' } },
    { ok: false, refusal: { kind: 'try-later', detail: 'HTTP 401' } },
    { ok: false, refusal: { kind: 'try-later', detail: 'unreachable' } },
  ]);
  expect(accepted).toHaveLength(1);
});
