import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, must, REGION, siretOf } from '../../../test/support/scheme.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import { type AgreementDecision, decideAgreement, requestAgreement } from './actions/agreements.ts';
import type { Hand } from './actions/deps.ts';

const AGREED: AgreementDecision = { verdict: 'agree', startsOn: '2026-01-01' as LocalDate, endsOn: null };
const REFUSED: AgreementDecision = { verdict: 'refuse', reason: 'Ce n’est pas votre SIRET' };

describe('V13 a SIRET', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  /** Two places of this test alone: `owner` has the SIRET, `other` does not. */
  async function places(name: string) {
    const { programme, deps } = await createScheme(db, { places: [] });
    const [owner, other] = ['owner', 'other'].map((who) => ({
      person: `p-${who}-${name}`,
      organisation: `o-${who}-${name}`,
    })) as [Hand, Hand];
    const ask = (hand: Hand, siret = siretOf(hand)) =>
      requestAgreement({ programme, siret, codeInsee: '69123', label: null }, hand, {
        ...deps,
        territoriesOf: () => ['commune:69123'],
      });
    const decide = ({ organisation: structure }: Hand, decision: AgreementDecision) =>
      decideAgreement({ programme, structure, decision }, REGION, deps);
    return { owner, other, ask, decide };
  }

  test('asked for by a place that was refused is kept from nobody', async () => {
    const { owner, other, ask, decide } = await places('refused');
    must(await ask(other, siretOf(owner)));
    expect(await ask(owner)).toEqual(refuse({ kind: 'siret-taken' }));
    must(await decide(other, REFUSED));
    must(await ask(owner));
    must(await decide(owner, AGREED));
    expect(await decide(other, AGREED)).toEqual(refuse({ kind: 'siret-taken' }));
  });

  test('mistyped by a place that waits is corrected by asking again', async () => {
    const { owner, other, ask, decide } = await places('mistyped');
    must(await ask(other, siretOf(owner)));
    must(await ask(other));
    must(await ask(owner));
    must(await decide(owner, AGREED));
    must(await decide(other, AGREED));
  });

  test('is for ever that of a place that had an agreement, even ended', async () => {
    const { owner, other, ask, decide } = await places('ended');
    must(await ask(owner));
    must(await decide(owner, AGREED));
    must(await decide(owner, { verdict: 'end', reason: 'Fermeture d’essai' }));
    expect(await ask(other, siretOf(owner))).toEqual(refuse({ kind: 'siret-taken' }));
    expect(await ask(owner, siretOf(other))).toEqual(refuse({ kind: 'siret-taken' }));
  });
});
