/** Runs a long computation, and lets the requests that came meanwhile be answered between its steps. */
export async function inSteps<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await letOthersWork();
  }
}

export const letOthersWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
