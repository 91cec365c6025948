import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { type Day, parseOpeningHours, weekOf } from '../index.ts';

const read = (input: Parameters<typeof parseOpeningHours>[0]): string => {
  const result = parseOpeningHours(input);
  if (!result.ok) return result.refusal.kind;
  return result.value.partial ? `${result.value.osm} (partial)` : result.value.osm;
};

describe('French texts', () => {
  test.each([
    ['Lundi au vendredi de 10h à 12h et de 14h à 17h', 'Mo-Fr 10:00-12:00,14:00-17:00'],
    ['Les lundi, mardi, jeudi et vendredi de 09h00 à 17h00', 'Mo,Tu,Th,Fr 09:00-17:00'],
    ['9h-12h30 / 13h30-17h du lundi au vendredi', 'Mo-Fr 09:00-12:30,13:30-17:00'],
    ['Mardi 16 h 18 h Mercredi : 9 h 30 12 h - 14 h 18 h.', 'Tu 16:00-18:00; We 09:30-12:00,14:00-18:00'],
    ['lun. mar. jeu. 9h-12h', 'Mo,Tu,Th 09:00-12:00'],
    ['L-V 9h-17h', 'Mo-Fr 09:00-17:00'],
    ['mercredi de 14 à 18h', 'We 14:00-18:00'],
    ['Lundi à vendredi 9h12h-14h-17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Jeudi 11- 18H', 'Th 11:00-18:00'],
    ['lundi 8h30/12h30 - 13h30/17h30', 'Mo 08:30-12:30,13:30-17:30'],
    ['Ouvert du lundi au vendredi de 9 heures à midi', 'Mo-Fr 09:00-12:00'],
    ['La semaine de 9h à 12h et le samedi de 10h à 12h', 'Mo-Fr 09:00-12:00; Sa 10:00-12:00'],
    ['Lundi 9h-12hMardi 14h-17h', 'Mo 09:00-12:00; Tu 14:00-17:00'],
    ['<p>Lundi&nbsp;:<br />9h – 12h</p><p>Mardi : Ferm&eacute;</p>', 'Mo 09:00-12:00'],
    ['lundi-mardi-jeudi : 9h à 12h / vendredi 9h-11h', 'Mo,Tu,Th 09:00-12:00; Fr 09:00-11:00'],
    ['24h/24 7j/7', '24/7'],
    ['Du lundi au vendredi sans rendez-vous de 9h à 12h', 'Mo-Fr 09:00-12:00'],
  ])('%s is %s', (text, osm) => {
    expect(read(text)).toBe(osm);
  });

  test('closings are taken out of the days they name, half-days included', () => {
    expect(read('Du mardi au samedi : 9h30-12h30 / 14h-18h, fermé le mercredi après-midi')).toBe(
      'Tu,Th-Sa 09:30-12:30,14:00-18:00; We 09:30-12:30',
    );
    expect(read('Lundi au vendredi 9h-12h 14h-17h sauf le jeudi matin')).toBe(
      'Mo-We,Fr 09:00-12:00,14:00-17:00; Th 14:00-17:00',
    );
    expect(read('Mardi : Fermé au public le matin / 13h45 – 17h30')).toBe('Tu 13:45-17:30');
    expect(read('Lundi au vendredi 9h-17h, fermé de 12h à 14h')).toBe('Mo-Fr 09:00-12:00,14:00-17:00');
  });

  test('an exception with its own hours replaces the usual ones', () => {
    expect(read('Lundi au vendredi 9h-17h sauf le vendredi 9h-16h')).toBe(
      'Mo-Th 09:00-17:00; Fr 09:00-16:00',
    );
    expect(read('Du lundi au vendredi 9h-17h, le vendredi 9h-16h')).toBe('Mo-Th 09:00-17:00; Fr 09:00-16:00');
  });

  test('public holidays are kept when the text closes them', () => {
    expect(read('Mardi-samedi 10h-18h, fermé les jours fériés')).toBe('Tu-Sa 10:00-18:00; PH off');
  });

  test('days of the month are written with their rank', () => {
    expect(read('Le premier mercredi du mois de 14h à 17h')).toBe('We[1] 14:00-17:00');
    expect(read('Les deuxième et quatrième jeudis du mois de 15h30 à 17h')).toBe('Th[2,4] 15:30-17:00');
    expect(read('Le dernier vendredi du mois de 14h à 16h')).toBe('Fr[-1] 14:00-16:00');
    expect(read({ days: { Sa: ['9h-12h (le premier samedi du mois)'] } })).toBe('Sa[1] 09:00-12:00');
    expect(read('Samedi 9h à 12h, fermé le dernier samedi du mois')).toBe('Sa 09:00-12:00; Sa[-1] off');
    expect(read('Lundi 9h-12h sauf le premier lundi du mois')).toBe('Mo 09:00-12:00; Mo[1] off');
  });

  test('hours by telephone are not opening hours', () => {
    expect(read('Lundi au vendredi, accueil physique : 8h à 16h, accueil téléphonique : 9h à 16h30')).toBe(
      'Mo-Fr 08:00-16:00',
    );
  });
});

describe('nothing is invented', () => {
  test.each([
    '9h-12h / 14h-17h',
    'Lundi au vendredi',
    'sur rendez-vous',
    'Un lundi sur deux de 9h à 12h',
    'Les mardis toutes les trois semaines de 13h à 16h',
    'Samedi après-midi tous les 15 jours de 14h à 16h',
    'Hiver : du lundi au vendredi 9h-17h. Été : du lundi au jeudi 9h-12h',
    'En période scolaire : mercredi 13h-18h. Vacances : du lundi au vendredi 10h-19h',
    'Vendredi 21/04\n10:00 - 12:30',
    'Lundi de 17h à 9h',
    'Lundi 9h-12h-14h',
    'Mercredi 18h',
    'Mo-Fr 18:00-09:00',
    '08:30-12:00,14:00-17:00',
    'Très variables',
  ])('%s gives no hours', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  test('a condition that is lost is said', () => {
    expect(read('Lundi au vendredi de 8h30 à 17h, sur rendez-vous')).toBe('Mo-Fr 08:30-17:00 (partial)');
    expect(read('Lundi 9h-12h, fermé pendant les vacances scolaires')).toBe('Mo 09:00-12:00 (partial)');
    expect(read('Lundi au vendredi 9h-17h (16h pendant les vacances)')).toBe('Mo-Fr 09:00-17:00 (partial)');
  });

  test('« tous les jours » is sure for five days only', () => {
    expect(read('Tous les jours de 8h à 20h')).toBe('Mo-Fr 08:00-20:00 (partial)');
    expect(read('7j/7 de 8h à 20h')).toBe('Mo-Su 08:00-20:00');
  });

  test('days limited by words nobody foresaw are left out, the others stay', () => {
    expect(read('Lundi 9h-12h. Mardi 9h-12h dans la commune voisine')).toBe('Mo 09:00-12:00 (partial)');
    expect(read('Mardi 9h-12h (un mardi sur deux), jeudi 14h-17h')).toBe('Th 14:00-17:00 (partial)');
    expect(read('Lundi au vendredi 9h-18h (lundi et jeudi matin fermé)')).toBe(
      'Tu,We,Fr 09:00-18:00 (partial)',
    );
  });

  test('« fermé » before hours does not say which half of the day is closed', () => {
    expect(read({ days: { Mo: ['9h-12h'], Th: ['Fermé / 14h-18h'] } })).toBe('Mo 09:00-12:00 (partial)');
  });

  test('hours that contradict each other give none', () => {
    expect(read('Lundi, mardi 9h-12h. Mardi, jeudi 10h-13h')).toBe(
      'Mo 09:00-12:00; Th 10:00-13:00 (partial)',
    );
  });

  test('a text that closes every day is empty', () => {
    expect(read({ days: { Mo: ['Fermé'], Tu: ['fermé'] } })).toBe('empty');
    expect(read('  ')).toBe('empty');
    expect(read('-')).toBe('empty');
  });
});

describe('OSM texts', () => {
  test.each([
    ['Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00', 'Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00'],
    ['Tu, We, Fr 9:00-18:00 ;Th 14h-18h', 'Tu,We,Fr 09:00-18:00; Th 14:00-18:00'],
    ['Th,Fr 09:00-12:00', 'Th,Fr 09:00-12:00'],
    ['Mo-Fr 09:00-12:00,14:00-17:00; We 09:00-12:00', 'Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00'],
    ['Mo-Fr 09:00-12:00; We off', 'Mo,Tu,Th,Fr 09:00-12:00'],
    ['Mo-Fr 09:00-12:00, We 14:00-16:00', 'Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,14:00-16:00'],
    ['Mo-Fr 09:30-12:00; 14:00-16:30', 'Mo-Fr 09:30-12:00,14:00-16:30'],
    ['Mo, Fr 14:00-17:00 We 9:00-12:00', 'Mo,Fr 14:00-17:00; We 09:00-12:00'],
    ['Mo 09:00-13:00,13:00-18:00', 'Mo 09:00-18:00'],
    ['Fr 22:00-02:00', 'Fr 22:00-02:00'],
    ['Fr 09:00-12:30; PH off', 'Fr 09:00-12:30; PH off'],
    ['We[2] 14:00-17:00', 'We[2] 14:00-17:00'],
    ['24/7', '24/7'],
    ['Apr-Oct Mo-Fr 09:00-12:00; PH off', 'Apr-Oct Mo-Fr 09:00-12:00; PH off'],
    ['week 1-53/2 Mo 09:00-12:00', 'week 01-53/2 Mo 09:00-12:00'],
    ['Mo-Fr 09:00-12:00; Th 09:00-12:00-14:00', 'Mo-We,Fr 09:00-12:00 (partial)'],
    ['Mo 08:30-12:00; Tu 08:30', 'Mo 08:30-12:00 (partial)'],
    ['Tu 04:30-18:30; We 09:00-12:00', 'We 09:00-12:00 (partial)'],
  ])('%s is %s', (text, osm) => {
    expect(read(text)).toBe(osm);
  });
});

describe('columns', () => {
  test('one text per day', () => {
    expect(
      read({ days: { Mo: ['9:00 - 12:00 / 14:00 - 17:00'], Tu: ['Fermé'], We: ['Mercredi 9h/12h'] } }),
    ).toBe('Mo 09:00-12:00,14:00-17:00; We 09:00-12:00');
  });

  test('opening and closing times, morning and afternoon', () => {
    expect(read({ days: { Mo: ['08:30', '12:00', '13:30', '17:00'], Tu: ['9h', '12h30'] } })).toBe(
      'Mo 08:30-12:00,13:30-17:00; Tu 09:00-12:30',
    );
    expect(read({ days: { Mo: ['08:30', '12:00', '17:00'], Tu: ['09:00', '12:00'] } })).toBe(
      'Tu 09:00-12:00 (partial)',
    );
  });

  test('midnight to midnight says that a half-day is closed', () => {
    expect(read({ days: { Mo: ['00:00 - 00:00 / 14:00 - 17:15'], Tu: ['00:00 - 00:00'] } })).toBe(
      'Mo 14:00-17:15',
    );
  });

  test('a cell that speaks of another day is not used', () => {
    expect(read({ days: { Mo: ['Mardi 9h-12h'], We: ['9h-12h'] } })).toBe('We 09:00-12:00 (partial)');
  });
});

describe('weeks', () => {
  test('each day has its ranges in minutes, Monday first', () => {
    const week = weekOf('Mo,Fr 09:00-12:00,14:00-17:00; PH off');
    expect(week?.map(({ day }) => day).join('')).toBe('MoTuWeThFrSaSu');
    expect(week?.[0]?.ranges).toEqual([
      [540, 720],
      [840, 1020],
    ]);
    expect(week?.[1]?.ranges).toEqual([]);
  });

  test('hours that change from week to week have no week', () => {
    expect(weekOf('We[2] 14:00-17:00')).toBeNull();
    expect(weekOf('Apr-Oct Mo 09:00-12:00')).toBeNull();
    expect(weekOf('lundi 9h-12h')).toBeNull();
  });
});

const DAYS: readonly Day[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const FRENCH = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One or two openings between six in the morning and ten in the evening, in quarters of an hour. */
const openings = fc
  .uniqueArray(fc.integer({ min: 24, max: 88 }), { minLength: 2, maxLength: 4 })
  .map((quarters) => quarters.map((quarter) => quarter * 15).sort((a, b) => a - b))
  .map((times) => times.slice(0, times.length - (times.length % 2)));
const pairs = (times: number[]) =>
  times.filter((_, rank) => rank % 2 === 0).map((start, rank) => [start, times[rank * 2 + 1]!] as const);

describe('properties', () => {
  test('the week of any OSM rules is the one that the opening_hours library computes', () => {
    const days = fc.oneof(
      fc.constantFrom(...DAYS),
      fc
        .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }))
        .map(([first, step]) => `${DAYS[first]}-${DAYS[Math.min(first + step, 6)]}`),
      fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 2, maxLength: 4 }).map((list) => list.join(',')),
    );
    const hours = fc.oneof(
      openings.map((times) =>
        pairs(times)
          .map(([start, end]) => `${clock(start)}-${clock(end)}`)
          .join(','),
      ),
      fc.constant('off'),
    );
    const rules = fc.array(
      fc.tuple(days, hours).map((rule) => rule.join(' ')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rules, (written) => {
        const text = written.join('; ');
        const library = new OpeningHours(text, {
          lat: 46,
          lon: 2,
          address: { country_code: 'fr', state: '' },
        });
        const result = parseOpeningHours(text);
        const week = result.ok ? weekOf(result.value.osm)! : [];
        // 5 January 2026 is a Monday without holiday in its week.
        for (let quarter = 0; quarter < 7 * 96; quarter += 3) {
          const [day, minute] = [Math.floor(quarter / 96), (quarter % 96) * 15];
          const isOpen = week[day]?.ranges.some(([start, end]) => start <= minute && minute < end) ?? false;
          if (library.getState(new Date(2026, 0, 5 + day, 0, minute)) !== isOpen) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });

  test('a week written in French is read back', () => {
    const week = fc.array(fc.option(openings, { nil: [] }), { minLength: 7, maxLength: 7 });
    const style = fc.record({
      between: fc.constantFrom(' et de ', ' / ', ', ', ' puis '),
      to: fc.constantFrom(' à ', '-', ' – '),
      mark: fc.constantFrom('h', ':', ' h '),
      end: fc.constantFrom('\n', ' ; ', ', ', '. '),
      closed: fc.constantFrom(' : fermé', ' Fermé', ''),
    });
    fc.assert(
      fc.property(week, style, (days, { between, to, mark, end, closed }) => {
        const time = (minutes: number) => clock(minutes).replace(':', mark);
        const lines = days.map((times, rank) => {
          if (times.length === 0) return closed === '' ? '' : `${FRENCH[rank]}${closed}`;
          return `${FRENCH[rank]} : ${pairs(times)
            .map(([start, stop]) => `${time(start)}${to}${time(stop)}`)
            .join(between)}`;
        });
        const expected = days.flatMap((times, rank) =>
          times.length === 0
            ? []
            : [
                `${DAYS[rank]} ${pairs(times)
                  .map(([a, b]) => `${clock(a)}-${clock(b)}`)
                  .join(',')}`,
              ],
        );
        const result = parseOpeningHours(lines.filter(Boolean).join(end));
        if (expected.length === 0) return !result.ok;
        return result.ok && !result.value.partial && result.value.osm === read(expected.join('; '));
      }),
    );
  });

  const scraps = fc
    .array(
      fc.constantFrom(
        ...[
          'lundi',
          'mardi',
          'Mo',
          'Tu-Fr',
          'We[1]',
          'PH',
          'au',
          'et',
          'à',
          '9h',
          '12h30',
          '14:00',
          '17',
          '-',
          '/',
          ',',
          ';',
          '\n',
        ],
        ...[
          '(',
          ')',
          'fermé',
          'sauf',
          'matin',
          'sur rdv',
          'vacances',
          'semaine paire',
          'off',
          '24/7',
          'premier',
          'du mois',
          'foo',
          '.',
        ],
      ),
      { maxLength: 14 },
    )
    .map((words) => words.join(' '));

  test('every text gets an answer, and hours once read are read as themselves', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'grapheme' })), (text) => {
        weekOf(text);
        parseOpeningHours({ days: { Mo: [text], Tu: [text, text] } });
        const result = parseOpeningHours(text);
        return !result.ok || read(result.value.osm) === result.value.osm;
      }),
      { numRuns: 2_000 },
    );
  });
});

describeWithSharedData('real hours', () => {
  const texts = [
    'conseillers-numeriques/cnfs.json',
    'data-inclusion/data-inclusion.json',
    'la-creuse/la-creuse.json',
  ]
    .map((file) => JSON.parse(readFileSync(sharedPath(`places/${file}`), 'utf8')) as { horaires?: string }[])
    .flatMap((records) => records.map(({ horaires }) => horaires ?? ''));

  test('98 distinct texts in a hundred give hours, 95 of them whole', () => {
    const distinct = [...new Set(texts)].filter((text) => /\d/.test(text));
    const results = distinct.map((text) => parseOpeningHours(text)).filter(({ ok }) => ok);
    const whole = results.filter((result) => result.ok && !result.value.partial);
    expect(distinct.length).toBeGreaterThan(2_000);
    expect(results.length / distinct.length).toBeGreaterThan(0.98);
    expect(whole.length / distinct.length).toBeGreaterThan(0.95);
  });
});
