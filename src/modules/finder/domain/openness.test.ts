import { describe, expect, test } from 'vitest';
import { arrival, openness, priceOf, walkingMinutes } from './openness.ts';
import { timeZoneOf } from './time-zone.ts';

/** 14 h 10 in Paris, 9 h 10 in Guadeloupe, 17 h 10 in La Réunion. */
const NOW = new Date('2026-11-24T13:10:00Z');

describe('can I go there now', () => {
  test('an open place says until when, a closed one says when it opens', () => {
    expect(openness({ openingHours: 'Tu 14:00-18:00' }, NOW)).toEqual({
      kind: 'open',
      until: new Date('2026-11-24T17:00:00Z'),
    });
    expect(openness({ openingHours: 'We 09:00-12:00' }, NOW)).toEqual({
      kind: 'closed',
      nextOpening: new Date('2026-11-25T08:00:00Z'),
    });
  });

  test('the hour is that of the place: open in the morning of Guadeloupe while Paris is past noon', () => {
    const morning = { openingHours: 'Mo-Fr 08:00-12:00' };
    expect(openness({ ...morning, codeInsee: '97105' }, NOW).kind).toBe('open');
    expect(openness({ ...morning, codeInsee: '69029' }, NOW).kind).toBe('closed');
  });

  test('a place without hours is unknown, never closed', () => {
    expect(openness({}, NOW)).toEqual({ kind: 'unknown' });
    expect(openness({ openingHours: 'quand on peut' }, NOW)).toEqual({ kind: 'unknown' });
  });

  test('a moving service without hours says that it moves', () => {
    expect(openness({ mobility: ['Itinérant'] }, NOW)).toEqual({ kind: 'moves' });
  });

  test('a place that receives nobody is never announced open', () => {
    const fields = { accessModes: ["Ce lieu n'accueille pas de public"], openingHours: 'Tu 14:00-18:00' };
    expect(openness(fields, NOW)).toEqual({ kind: 'no-visitors' });
    expect(arrival(fields)).toBeNull();
  });

  test('postal codes give the hour of overseas places too', () => {
    expect(timeZoneOf({ postalCode: '97400' })).toBe('Indian/Reunion');
    expect(timeZoneOf({})).toBe('Europe/Paris');
  });
});

describe('how to come and what it costs', () => {
  test('walking in wins over an appointment, which wins over a phone call', () => {
    expect(arrival({ accessModes: ['Téléphoner', 'Se présenter'] })).toBe('walk-in');
    expect(arrival({ accessModes: ['Téléphoner'], bookingUrl: 'https://exemple.example' })).toBe(
      'appointment',
    );
    expect(arrival({ accessModes: ['Téléphoner'] })).toBe('phone-first');
    expect(arrival({})).toBeNull();
  });

  test('a place that is free for some only is never called free', () => {
    expect(priceOf({ fees: ['Gratuit', 'Gratuit sous condition'] })).toBe('Gratuit sous condition');
    expect(priceOf({ fees: ['Gratuit', 'Payant'] })).toBe('mixed');
    expect(priceOf({ fees: ['Gratuit'] })).toBe('Gratuit');
    expect(priceOf({})).toBeNull();
  });

  test('450 m are 6 minutes on foot; 3 km are no walk', () => {
    expect(walkingMinutes(450)).toBe(6);
    expect(walkingMinutes(10)).toBe(1);
    expect(walkingMinutes(3000)).toBeNull();
  });
});
