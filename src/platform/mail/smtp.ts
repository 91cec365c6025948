import { createTransport } from 'nodemailer';
import { ok, refuse } from '../../kernel/result.ts';
import type { MailConfig } from '../config.ts';
import type { Delivery } from '../delivery.ts';

export interface Mail {
  /** The same for each attempt: a server that received it twice can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** Page on which the person stops such messages in one press. */
  unsubscribeUrl?: string;
}

export interface MailTransport {
  send(mail: Mail): Delivery;
}

const TIMEOUT_MS = 20_000;

/** Plain text only: nothing is loaded when it is read, and it reads well on any telephone. */
export function createSmtpTransport({ url, from }: MailConfig): MailTransport {
  const transporter = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const domain = /@([^@>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ id, to, subject, text, unsubscribeUrl }) => {
      try {
        await transporter.sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          // An absence notice must not answer a program.
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(unsubscribeUrl && { list: { unsubscribe: unsubscribeUrl } }),
        });
        return ok(null);
      } catch (error) {
        return refuse(refusalOf(error as SmtpError));
      }
    },
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

/** Answers of 500 and more are final (RFC 5321, 4.2.1), save those about us: a wrong password is mended, not resent. */
function refusalOf({ code = 'unknown', responseCode }: SmtpError) {
  const isFinal = code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500;
  return {
    kind: isFinal ? ('never' as const) : ('try-later' as const),
    detail: responseCode === undefined ? code : `${code} ${responseCode}`,
  };
}
