import { expect, test } from 'vitest';
import { explainEvidence, scorePair } from './index.ts';

test('every piece of evidence is said in words, in French and in English', () => {
  const { evidence } = scorePair(
    { rid: 'a', source: 's', name: 'Médiathèque des Vallons', city: 'Brumeval', phone: '01 99 00 11 22' },
    { rid: 'b', source: 't', name: 'MEDIATHEQUE DES VALLONS', city: 'Brumeval', phone: '0199001122' },
  );
  const phone = evidence.find(({ kind }) => kind === 'phone-equal');
  expect(phone).toMatchObject({ left: '01 99 00 11 22', right: '0199001122' });
  expect(explainEvidence(phone!, 'fr')).toBe('le même téléphone');
  expect(explainEvidence(phone!, 'en')).toBe('same phone');
});
