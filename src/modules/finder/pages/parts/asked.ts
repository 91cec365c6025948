import type { Located } from '../../domain/locate.ts';
import type { ListQuery } from './query.ts';

/** A list that was asked for, before it is searched. */
export interface Asked {
  query: ListQuery;
  located: Located;
}
