/**
 * The choice of one column at most for each row (field), and one field at most for each column, whose sum of scores is
 * the largest; pairs below zero stay apart. Hungarian method: O(rows² × columns). Gives the column of each row, or -1.
 */
export function assign(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length;
  const real = scores[0]?.length ?? 0;
  const state: State = {
    // One extra column per row stands for « no column », at cost 0.
    cost: (row, column) => (column <= real ? -Math.max(scores[row - 1]?.[column - 1] ?? 0, WORST) : 0),
    rowPrice: new Float64Array(rows + 1),
    columnPrice: new Float64Array(real + rows + 1),
    rowOf: new Int32Array(real + rows + 1),
  };
  for (let row = 1; row <= rows; row += 1) augment(row, state);
  const columnOf = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= real; column += 1) {
    const row = (state.rowOf[column] ?? 0) - 1;
    if (row >= 0 && (scores[row]?.[column - 1] ?? 0) > 0) columnOf[row] = column - 1;
  }
  return columnOf;
}

/** Impossible pairs score minus infinity, which the prices cannot carry. */
const WORST = -1e6;

/** Dual prices, and the row that holds each column (0: free). Everything counts from 1. */
interface State {
  cost: (row: number, column: number) => number;
  rowPrice: Float64Array;
  columnPrice: Float64Array;
  rowOf: Int32Array;
}

interface Search {
  slack: Float64Array;
  previous: Int32Array;
  seen: Uint8Array;
}

/** Finds the cheapest way to seat one more row, moving others when that pays. */
function augment(start: number, state: State): void {
  const size = state.rowOf.length;
  const search: Search = {
    slack: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    previous: new Int32Array(size),
    seen: new Uint8Array(size),
  };
  state.rowOf[0] = start;
  let current = 0;
  do {
    search.seen[current] = 1;
    const next = relax(current, state, search);
    reprice(search.slack[next] ?? 0, state, search);
    current = next;
  } while (state.rowOf[current] !== 0);
  while (current !== 0) {
    const before = search.previous[current] ?? 0;
    state.rowOf[current] = state.rowOf[before] ?? 0;
    current = before;
  }
}

/** Updates what each open column would cost from here; gives the cheapest. */
function relax(current: number, { cost, rowPrice, columnPrice, rowOf }: State, search: Search): number {
  const { slack, previous, seen } = search;
  const row = rowOf[current] ?? 0;
  let cheapest = 0;
  for (let column = 1; column < slack.length; column += 1) {
    if (seen[column]) continue;
    const reduced = cost(row, column) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0);
    if (reduced < (slack[column] ?? 0)) {
      slack[column] = reduced;
      previous[column] = current;
    }
    if (cheapest === 0 || (slack[column] ?? 0) < (slack[cheapest] ?? 0)) cheapest = column;
  }
  return cheapest;
}

function reprice(delta: number, { rowPrice, columnPrice, rowOf }: State, { slack, seen }: Search): void {
  for (let column = 0; column < slack.length; column += 1) {
    const row = rowOf[column] ?? 0;
    if (seen[column]) {
      rowPrice[row] = (rowPrice[row] ?? 0) + delta;
      columnPrice[column] = (columnPrice[column] ?? 0) - delta;
    } else slack[column] = (slack[column] ?? 0) - delta;
  }
}
