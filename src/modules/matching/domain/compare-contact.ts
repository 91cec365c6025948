import type { Corpus } from './corpus.ts';
import { levelIndex } from './levels.ts';
import type { Statistics } from './statistics.ts';

/** A value held by at most this many addresses belongs to one place, its variants of writing and its former address. */
export const OWN_SPREAD = 3;

const PHONE = {
  equal: levelIndex('phone-equal'),
  shared: levelIndex('phone-equal-shared'),
  differs: levelIndex('phone-differs'),
  unknown: levelIndex('phone-unknown'),
};

export function phoneComparer(
  { phones }: Corpus,
  { phoneSpread }: Statistics,
): (a: number, b: number) => number {
  const { offsets, items } = phones;
  const holds = (row: number, phone: number): boolean => {
    for (let slot = offsets[row]!; slot < offsets[row + 1]!; slot += 1)
      if (items[slot] === phone) return true;
    return false;
  };
  return (a, b) => {
    if (offsets[a] === offsets[a + 1] || offsets[b] === offsets[b + 1]) return PHONE.unknown;
    let level = PHONE.differs;
    for (let slot = offsets[a]!; slot < offsets[a + 1]!; slot += 1) {
      if (!holds(b, items[slot]!)) continue;
      if (phoneSpread[items[slot]!]! <= OWN_SPREAD) return PHONE.equal;
      level = PHONE.shared;
    }
    return level;
  };
}

const EMAIL = {
  equal: levelIndex('email-equal'),
  shared: levelIndex('email-equal-shared'),
  domain: levelIndex('email-same-domain'),
  differs: levelIndex('email-differs'),
  unknown: levelIndex('email-unknown'),
};

export function emailComparer(
  { email, emailDomain }: Corpus,
  { emailSpread }: Statistics,
): (a: number, b: number) => number {
  return (a, b) => {
    if (email[a]! < 0 || email[b]! < 0) return EMAIL.unknown;
    if (email[a] === email[b]) return emailSpread[email[a]!]! <= OWN_SPREAD ? EMAIL.equal : EMAIL.shared;
    return emailDomain[a]! >= 0 && emailDomain[a] === emailDomain[b] ? EMAIL.domain : EMAIL.differs;
  };
}

const WEBSITE = {
  page: levelIndex('website-same-page'),
  host: levelIndex('website-same-host'),
  shared: levelIndex('website-shared-host'),
  differs: levelIndex('website-differs'),
  unknown: levelIndex('website-unknown'),
};

export function websiteComparer(
  { host, page }: Corpus,
  { hostSpread, pageSpread }: Statistics,
): (a: number, b: number) => number {
  return (a, b) => {
    if (page[a]! >= 0 && page[a] === page[b] && pageSpread[page[a]!]! <= OWN_SPREAD) return WEBSITE.page;
    if (host[a]! < 0 || host[b]! < 0) return WEBSITE.unknown;
    if (host[a] !== host[b]) return WEBSITE.differs;
    return hostSpread[host[a]!]! <= OWN_SPREAD ? WEBSITE.host : WEBSITE.shared;
  };
}

const SIRET = {
  equal: levelIndex('siret-equal'),
  shared: levelIndex('siret-equal-shared'),
  siren: levelIndex('siren-equal'),
  differs: levelIndex('siret-differs'),
  unknown: levelIndex('siret-unknown'),
};

export function siretComparer(
  { siret, siren }: Corpus,
  { siretSpread }: Statistics,
): (a: number, b: number) => number {
  return (a, b) => {
    if (siren[a]! < 0 || siren[b]! < 0) return SIRET.unknown;
    if (siren[a] !== siren[b]) return SIRET.differs;
    if (siret[a]! < 0 || siret[a] !== siret[b]) return SIRET.siren;
    return siretSpread[siret[a]!]! <= OWN_SPREAD ? SIRET.equal : SIRET.shared;
  };
}
