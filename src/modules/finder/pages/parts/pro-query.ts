import { findNeed, type NeedKey } from '../../domain/needs.ts';
import { type Understanding, understandNeed } from '../../domain/understand-need.ts';
import { CONSTRAINTS, type Constraint, PUBLICS, type Public, type Wish } from '../../domain/wish.ts';
import { readText } from './query.ts';

/** What the address of `/pro` asks: the whole search, so that a bookmark or a colleague finds it again. */
export interface ProQuery {
  isAsked: boolean;
  ou: string;
  need: NeedKey;
  /** The person's own words. */
  mots: string;
  /** What their words mean; a need chosen in the list wins over them. */
  understood: Understanding | undefined;
  constraints: Constraint[];
  whom: Public | undefined;
}

export function readProQuery({ searchParams }: URL): ProQuery {
  const asked = searchParams.getAll('il-faut');
  const need = findNeed(searchParams.get('besoin') ?? '')?.key ?? 'tout';
  const mots = readText(searchParams.get('mots'));
  return {
    isAsked: searchParams.has('ou'),
    ou: readText(searchParams.get('ou')),
    need,
    mots,
    understood: need === 'tout' && mots !== '' ? understandNeed(mots) : undefined,
    constraints: CONSTRAINTS.filter((constraint) => asked.includes(constraint)),
    whom: PUBLICS.find((one) => one === searchParams.get('public')),
  };
}

export const wishOf = ({ need, understood, constraints, whom }: ProQuery): Wish => ({
  services: understood?.services ?? findNeed(need)!.services,
  asked: new Set([...constraints, ...(whom ? (['public'] as const) : [])]),
  public: whom,
});
