export type Channel = 'mail' | 'sms';
export type MessageStatus = 'waiting' | 'sent' | 'kept' | 'failed';

/** What an action asks to be told to someone. */
export type NewMessage =
  | {
      channel: 'mail';
      purpose: string;
      to: string;
      subject: string;
      text: string;
      /** Page on which the person stops such messages in one press. */
      unsubscribeUrl?: string;
      /** It opens a door: it is erased as soon as it has left, and meanwhile shown to nobody who could send it. */
      isSecret?: true;
    }
  | {
      channel: 'sms';
      purpose: string;
      to: string;
      text: string;
      /** It can be spent by whoever reads it: as above. */
      isSecret?: true;
    };

/** One message as it stands; what it said is erased in time. */
export interface StoredMessage {
  id: string;
  channel: Channel;
  purpose: string;
  recipient: string | null;
  subject: string | null;
  body: string | null;
  unsubscribeUrl: string | null;
  isSecret: boolean;
  status: MessageStatus;
  attempts: number;
  createdAt: Date;
  settledAt: Date | null;
  lastError: string | null;
}
