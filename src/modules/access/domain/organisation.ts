export const ORGANISATION_KINDS = ['collectivite', 'structure', 'prescripteur', 'financeur'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What may be done in each kind of organisation. `owner` invites and removes people, and nothing else. */
export const ROLES_OF = {
  collectivite: ['owner', 'programme-manager', 'payment-approver'],
  structure: ['owner', 'place-manager', 'mediator'],
  prescripteur: ['owner', 'referrer'],
  financeur: ['owner', 'funder'],
} as const satisfies Record<OrganisationKind, readonly string[]>;

export type Role = (typeof ROLES_OF)[OrganisationKind][number];

export interface Organisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  siret: string | null;
  /** `commune:69123`, `departement:69`, `region:84`. */
  territories: readonly string[];
}

/** Whoever acts, in one organisation. */
export interface Actor {
  personId: string;
  /** Empty as long as they did not say it. */
  name: string;
  organisation: { id: string; kind: OrganisationKind; name: string };
  roles: ReadonlySet<Role>;
  /** Where they act: those of their membership when it is narrower, else those of the organisation. */
  territories: readonly string[];
}

export const isOrganisationKind = (text: unknown): text is OrganisationKind =>
  (ORGANISATION_KINDS as readonly unknown[]).includes(text);

export const isRoleOf = (kind: OrganisationKind, text: string): text is Role =>
  (ROLES_OF[kind] as readonly string[]).includes(text);
