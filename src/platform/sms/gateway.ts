import { ok, refuse } from '../../kernel/result.ts';
import type { SmsConfig } from '../config.ts';
import type { Delivery, DeliveryRefusal } from '../delivery.ts';
import type { DownloadRefusal, HttpClient } from '../http-client.ts';

export interface Sms {
  /** E.164. */
  to: string;
  text: string;
}

export interface SmsTransport {
  send(sms: Sms): Delivery;
}

/** The contract of Brevo (`POST /v3/transactionalSMS/send`, read in November 2026), which a small bridge can speak to others. */
export const createSmsGateway = (
  { url, key, sender }: SmsConfig,
  http: Pick<HttpClient, 'postJson'>,
): SmsTransport => ({
  send: async ({ to, text }) => {
    const body = {
      sender,
      recipient: to.replace('+', ''),
      content: text,
      type: 'transactional',
      unicodeEnabled: false,
    };
    const answer = await http.postJson(url, body, { 'api-key': key });
    return answer.ok ? ok(null) : refuse(deliveryRefusal(answer.refusal));
  },
});

/** A malformed number stays so; a lack of credit (402), a wrong key (401) or a busy gateway can be mended. */
function deliveryRefusal(refusal: DownloadRefusal): DeliveryRefusal {
  if (refusal.kind !== 'http-error') return { kind: 'try-later', detail: refusal.kind };
  const isFinal = [400, 413, 422].includes(refusal.status);
  return { kind: isFinal ? 'never' : 'try-later', detail: `HTTP ${refusal.status}` };
}
