import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const access = pgSchema('access');

/** One-time administrator links already used: a link opens one session, once. */
export const usedLink = access.table('used_link', {
  id: text('id').primaryKey(),
  usedAt: instant('used_at').notNull(),
});

/**
 * Who may enter. The keys of this table and of the next four are those that better-auth asks for; the columns are ours.
 */
export const person = access.table('person', {
  id: text('id').primaryKey(),
  /** Empty for whoever entered by the link of the server and did not say their name. */
  name: text('name').notNull(),
  /** Absent for the same person: they cannot come back by e-mail. */
  email: text('email').unique('person_email'),
  emailVerified: boolean('email_verified').notNull(),
  /** In which language messages are written to them. */
  lang: text('lang', { enum: ['fr', 'en'] })
    .notNull()
    .default('fr'),
  /** Set for those who run the instance: `/gestion`. */
  administratorSince: instant('administrator_since'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** Last day on which they opened a session: from it their data grow old. */
  seenAt: instant('seen_at'),
});

export const session = access.table(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique('session_token'),
    userId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Browser and system, in two words. */
    userAgent: text('device'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** When a code of the person's telephone was last typed in this session. */
    secondFactorAt: instant('second_factor_at'),
  },
  (table) => [index('session_person').on(table.userId)],
);

/** Who the person is for an outside identity provider: its number of theirs, and nothing it could be asked with. */
export const linkedAccount = access.table(
  'linked_account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [uniqueIndex('linked_account_provider').on(table.providerId, table.accountId)],
);

/** Digests of links sent and challenges under way, each for a few minutes. */
export const verification = access.table(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export const passkey = access.table(
  'passkey',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    credentialID: text('credential_id').notNull(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    createdAt: instant('created_at'),
    aaguid: text('aaguid'),
  },
  (table) => [
    index('passkey_person').on(table.userId),
    uniqueIndex('passkey_credential').on(table.credentialID),
  ],
);

/** What makes codes on the telephone of those who touch money. */
export const secondFactor = access.table('second_factor', {
  personId: text('person_id')
    .primaryKey()
    .references(() => person.id, { onDelete: 'cascade' }),
  /** Encrypted with the key of the instance. */
  secret: text('secret').notNull(),
  /** Absent until a first code proved that the telephone makes the same ones. */
  confirmedAt: instant('confirmed_at'),
  /** The half minute of the last code accepted: each code serves once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
  failures: integer('failures').notNull(),
  lockedUntil: instant('locked_until'),
  /** Keyed digests of the codes kept on paper that did not serve yet. */
  backupDigests: text('backup_digests').array().notNull(),
  createdAt: instant('created_at').notNull(),
});

export const organisation = access.table(
  'organisation',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['collectivite', 'structure', 'prescripteur', 'financeur'] }).notNull(),
    name: text('name').notNull(),
    siret: text('siret'),
    /** Where it acts: `commune:69123`, `departement:69`, `region:84`. Empty: nowhere in particular. */
    territories: text('territories').array().notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    // Public money is traced to one establishment: the same one is not entered twice.
    uniqueIndex('organisation_siret')
      .on(table.siret)
      .where(sql`${table.siret} is not null and ${table.closedAt} is null`),
    index('organisation_kind').on(table.kind),
  ],
);

export const membership = access.table(
  'membership',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    roles: text('roles').array().notNull(),
    /** Narrower than those of the organisation; absent: all of them. */
    territories: text('territories').array(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.personId] }),
    index('membership_person').on(table.personId),
  ],
);

export const invitation = access.table(
  'invitation',
  {
    id: text('id').primaryKey(),
    /** Absent: to run the instance. */
    organisationId: text('organisation_id').references(() => organisation.id),
    /** Erased a month after it was accepted, withdrawn or too late. */
    email: text('email'),
    roles: text('roles').array().notNull(),
    territories: text('territories').array(),
    invitedBy: text('invited_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('invitation_organisation').on(table.organisationId)],
);

/** Who did or read what, when, on what: numbers only, never a name. Nothing in it changes. */
export const auditEntry = access.table(
  'audit_entry',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    personId: text('person_id').notNull(),
    organisationId: text('organisation_id'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
  },
  (table) => [
    index('audit_entry_at').on(table.at),
    index('audit_entry_person').on(table.personId, table.at),
    index('audit_entry_subject').on(table.subjectKind, table.subjectId),
  ],
);
