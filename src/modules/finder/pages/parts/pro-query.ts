import { collapseSpaces } from '../../../../kernel/text.ts';
import { findNeed, type NeedKey } from '../../domain/needs.ts';
import { CONSTRAINTS, type Constraint, PUBLICS, type Public, type Wish } from '../../domain/wish.ts';

/** What the address of `/pro` asks: the whole search, so that a bookmark or a colleague finds it again. */
export interface ProQuery {
  isAsked: boolean;
  ou: string;
  need: NeedKey;
  constraints: Constraint[];
  whom: Public | undefined;
}

export function readProQuery({ searchParams }: URL): ProQuery {
  const asked = searchParams.getAll('il-faut');
  return {
    isAsked: searchParams.has('ou'),
    ou: collapseSpaces(searchParams.get('ou') ?? ''),
    need: findNeed(searchParams.get('besoin') ?? '')?.key ?? 'tout',
    constraints: CONSTRAINTS.filter((constraint) => asked.includes(constraint)),
    whom: PUBLICS.find((one) => one === searchParams.get('public')),
  };
}

export const wishOf = ({ need, constraints, whom }: ProQuery): Wish => ({
  services: findNeed(need)!.services,
  asked: new Set([...constraints, ...(whom ? (['public'] as const) : [])]),
  public: whom,
});
