import { parseColour } from '../../domain/theme-colour.ts';
import { type ListQuery, readListQuery } from './query.ts';

export interface EmbedQuery {
  list: ListQuery;
  /** Six hexadecimal digits; null: ours. */
  colour: string | null;
  heightPixels: number;
}

const HEIGHTS = { least: 300, usual: 600, most: 2000 };

export function readEmbedQuery(url: URL): EmbedQuery {
  const height = Math.round(Number(url.searchParams.get('hauteur') || HEIGHTS.usual));
  return {
    list: readListQuery(url),
    colour: parseColour(url.searchParams.get('couleur') ?? ''),
    heightPixels: Number.isFinite(height)
      ? Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, height))
      : HEIGHTS.usual,
  };
}

/** The query of the list shown in a frame or an element. */
export function embedParameters({ list, colour }: EmbedQuery): URLSearchParams {
  const parameters = new URLSearchParams({ ou: list.ou });
  if (list.need) parameters.set('besoin', list.need);
  if (colour) parameters.set('couleur', colour);
  return parameters;
}
