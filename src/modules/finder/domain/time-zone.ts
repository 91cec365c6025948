import type { PlaceCalendar } from '../../standard/index.ts';
import { departementOfCode } from './departements.ts';

const OVERSEAS: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** « Ouvert maintenant » is said in the hour of the place: Cayenne is four or five hours behind Paris. */
export const timeZoneOf = (place: { codeInsee?: string; postalCode?: string }): string =>
  OVERSEAS[departementOfCode(place.codeInsee ?? place.postalCode ?? '')] ?? 'Europe/Paris';

/** The clock and the holidays of a place. */
export const calendarOf = (place: { codeInsee?: string; postalCode?: string }): PlaceCalendar => ({
  timeZone: timeZoneOf(place),
  departement: departementOfCode(place.codeInsee ?? place.postalCode ?? ''),
});
