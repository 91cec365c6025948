/** Does at one go a work that is made to be cut in slices. */
export function finish<Value>(work: Generator<void, Value>): Value {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
