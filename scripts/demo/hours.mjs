// Opening hours as people type them: three producers, several hands in each.

export const DAYS = { Lu: 'Lundi', Ma: 'Mardi', Me: 'Mercredi', Je: 'Jeudi', Ve: 'Vendredi', Sa: 'Samedi' };

/** « 9h », « 9h30 », or « 09h00 » for those who like zeros. */
function hour(time, isPadded = false) {
  const [hours, minutes] = time.split(':');
  if (isPadded) return `${hours}h${minutes}`;
  return `${Number(hours)}h${minutes === '00' ? '' : minutes}`;
}

const span =
  (link, isPadded) =>
  ([from, to]) =>
    `${hour(from, isPadded)}${link}${hour(to, isPadded)}`;

const HANDS = [
  (ranges) => ranges.map(span('-')).join(' / '),
  (ranges) => ranges.map(span('-', true)).join(' et '),
  (ranges) => ranges.map(span(' à ')).join(' et de '),
  (ranges) => ranges.map(span(' - ')).join(' ; '),
];

/** One cell per weekday; a closed day is empty for some, « fermé » for others. */
export const weekdayCells = (week, hand) =>
  Object.keys(DAYS).map((day) =>
    week[day] ? HANDS[hand % HANDS.length](week[day]) : hand % 2 ? 'fermé' : '',
  );

/** Days that follow each other with the same hours are told together. */
function groupDays(week) {
  const groups = [];
  let previous = -2;
  for (const [rank, day] of Object.keys(DAYS).entries()) {
    if (!week[day]) continue;
    const text = JSON.stringify(week[day]);
    const last = groups.at(-1);
    if (last?.text === text && previous === rank - 1) last.days.push(day);
    else groups.push({ text, days: [day], ranges: week[day] });
    previous = rank;
  }
  return groups;
}

const lower = (day) => DAYS[day].toLowerCase();

function daysInWords(days) {
  if (days.length === 1) return `le ${lower(days[0])}`;
  if (days.length === 2) return `le ${lower(days[0])} et le ${lower(days[1])}`;
  return `du ${lower(days[0])} au ${lower(days.at(-1))}`;
}

const capitalised = (text) => text[0].toUpperCase() + text.slice(1);

/** « Du lundi au vendredi de 9h à 12h et de 14h à 17h, le samedi de 9h à 11h30 ». */
const sentence = (week) =>
  capitalised(
    groupDays(week)
      .map(({ days, ranges }) => `${daysInWords(days)} de ${ranges.map(span(' à ')).join(' et de ')}`)
      .join(', '),
  );

/** « Lun-Ven : 9h-12h / 14h-17h – Sam : 9h-11h30 ». */
const abbreviated = (week) =>
  groupDays(week)
    .map(({ days, ranges }) => {
      const names = days.map((day) => DAYS[day].slice(0, 3));
      const label = names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(', ');
      return `${label} : ${ranges.map(span('-')).join(' / ')}`;
    })
    .join(' – ');

/** One line per day, as in a notice on a door. */
const notice = (week) =>
  Object.keys(DAYS)
    .filter((day) => week[day])
    .map((day) => `${DAYS[day]} : ${week[day].map(span(' - ', true)).join(' et ')}`)
    .join('\n');

export function hoursInWords(week, hand) {
  return [sentence, abbreviated, notice][hand % 3](week);
}
