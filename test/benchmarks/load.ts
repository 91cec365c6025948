import { Agent, request } from 'node:http';

export interface Load {
  origin: string;
  /** Asked in turn. */
  paths: readonly string[];
  seconds: number;
}

export interface LoadResult {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Answers by status; 0 is an answer that never came. */
  statuses: Record<number, number>;
  /** Processor time of this process, in cores: what the load itself costs the machine. */
  generatorCores: number;
}

/** As a browser asks; a cookie or a language of its own would ask for other pages. */
const HEADERS = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'fr' };

/**
 * Requests leave at their instant whatever the answers do, and each is measured from the instant it had to leave: a
 * server that stalls pays for every request it kept waiting (coordinated omission).
 */
export async function loadAtRate(load: Load, ratePerSecond: number): Promise<LoadResult> {
  const total = Math.round(ratePerSecond * load.seconds);
  return measure(
    load,
    (send) =>
      new Promise((resolve) => {
        const startedAt = performance.now();
        const pending: Promise<void>[] = [];
        const timer = setInterval(() => {
          // The first one is due at once.
          const passed = Math.floor(((performance.now() - startedAt) / 1000) * ratePerSecond);
          const due = Math.min(total, passed + 1);
          while (pending.length < due)
            pending.push(send(startedAt + (pending.length * 1000) / ratePerSecond));
          if (pending.length < total) return;
          clearInterval(timer);
          resolve(Promise.all(pending));
        }, 1);
      }),
  );
}

/** So many connections that each ask again as soon as they are answered: the most that the server gives. */
export async function loadToSaturation(load: Load, connections: number): Promise<LoadResult> {
  const until = performance.now() + load.seconds * 1000;
  return measure(load, (send) =>
    Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < until) await send(performance.now());
      }),
    ),
  );
}

/** One request after the other, each once. */
export async function askInTurn({ origin, paths }: Pick<Load, 'origin' | 'paths'>): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (const path of paths) {
    const status = await ask(origin + path, agent);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
  }
  agent.destroy();
}

async function measure(
  { origin, paths }: Load,
  run: (send: (scheduledAt: number) => Promise<void>) => Promise<unknown>,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  let sent = 0;
  const send = async (scheduledAt: number): Promise<void> => {
    const status = await ask(origin + paths[sent++ % paths.length], agent);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status === 200) latencies.push(performance.now() - scheduledAt);
  };
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  await run(send);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(share * (latencies.length - 1))] ?? Infinity;
  return {
    requestsPerSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    statuses,
    generatorCores: (user + system) / 1e6 / seconds,
  };
}

const ask = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve) => {
    const asked = request(url, { agent, headers: HEADERS }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', () => resolve(0));
    });
    asked.on('error', () => resolve(0));
    asked.end();
  });
