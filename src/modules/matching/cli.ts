import { readFile, writeFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import { type Command, type CommandInput, EXIT, type Terminal } from '../../platform/cli.ts';
import type { Context } from '../../platform/context.ts';
import { formatDate, formatNumber } from '../../platform/i18n/french-form.ts';
import { Stop } from '../../platform/stop.ts';
import { type ChoiceRefusal, chooseModel, previewModel } from './actions/choose-model.ts';
import { learnModel, type ModelDeps } from './actions/learn-model.ts';
import { readModel, readModels } from './actions/read-models.ts';
import type { FileRefusal, Progress } from './actions/resolve-file.ts';
import { type ResolveFilesOutcome, resolveFiles } from './actions/resolve-files.ts';
import { openReviewDesk } from './actions/review-desk.ts';
import { isNotWorse, LEAST_DECISIONS, LEAST_OF_EACH, stateOf } from './domain/learning.ts';
import { type PairRow, parsePairs, writeClusters, writeVerdicts } from './domain/pair-files.ts';
import { MESSAGES } from './messages.ts';
import { MODELS, shareOf } from './model-messages.ts';

const resolveCommand: Command<unknown> = {
  name: 'resolve',
  usage: {
    call: 'resolve FICHES.jsonl --out GROUPES.csv [--score PAIRES.csv --verdicts VERDICTS.csv] [--labels ETIQUETTES.csv] [--json]',
    fr: 'Regroupe les fiches qui décrivent le même lieu.',
    en: 'Groups the records that describe the same place.',
  },
  options: {
    out: { kind: 'text' },
    score: { kind: 'text' },
    verdicts: { kind: 'text' },
    labels: { kind: 'text' },
  },
  async run(input) {
    const startedAt = performance.now();
    const paths = readPaths(input);
    const { terminal } = input;
    const say = MESSAGES[terminal.lang];
    const pairs = await readPairs(paths.score, ['pid', 'a', 'b'], terminal);
    const labels = await readPairs(paths.labels, ['a', 'b', 'label'], terminal);
    const note = progressNotes(terminal, startedAt);
    const outcome = await resolveFiles({ records: paths.records, pairs, labels, note }).catch(
      (error: unknown) => {
        throw asStop(error, say.unreadable(paths.records));
      },
    );
    if (!outcome.ok) throw new Stop(EXIT.usage, sentenceOf(outcome.refusal, paths.records, terminal));
    const { rids, clusterOf, verdicts } = outcome.value;
    await write(paths.out, writeClusters(rids, clusterOf), terminal);
    if (paths.verdicts) await write(paths.verdicts, writeVerdicts(pairs, verdicts), terminal);
    report(outcome.value, { input, seconds: (performance.now() - startedAt) / 1000 });
    return EXIT.done;
  },
};

/** What the commands about weights need of the outside. */
export interface MatchingWorld {
  openContext(): Promise<Context>;
  /** Computes the directory again with what was decided. */
  refreshDirectory(): Promise<void>;
}

/** The name under which what is done at the command line is kept. */
const AUTHOR = 'maillon weights';

const openDesk = async (world: MatchingWorld): Promise<ModelDeps> => ({
  ...(await world.openContext()),
  desk: openReviewDesk(),
});

const weightsList: Command<MatchingWorld> = {
  name: 'weights list',
  usage: {
    call: 'weights list [--json]',
    fr: 'Montre ce que la comparaison a appris des décisions, et ce qui est en service.',
    en: 'Shows what the comparison learnt from decisions, and what is in force.',
  },
  options: {},
  async run({ flags, terminal }, world) {
    const { inForce, learnt, lessons, missing } = await readModels(await openDesk(world));
    const { lang } = terminal;
    const say = MODELS[lang];
    if (flags.has('json')) {
      const versions = learnt.map(({ model, ...one }) => ({ ...one, state: stateOf(one, inForce.version) }));
      terminal.print(JSON.stringify({ inForce: inForce.version, versions, lessons, missing }));
      return EXIT.done;
    }
    const used = learnt.find(({ version }) => version === inForce.version);
    terminal.print(
      used ? say.learntInForce(used.version, formatNumber(used.decisions, lang)) : say.reasonedInForce,
    );
    terminal.print(say.lessons(lessons, formatNumber(lessons, lang)));
    for (const one of learnt)
      terminal.print(
        say.listLine({
          version: one.version,
          date: formatDate(one.at, lang),
          decisions: formatNumber(one.decisions, lang),
          before: shareOf(one.before, lang),
          after: shareOf(one.after, lang),
          state: say.states[stateOf(one, inForce.version)],
        }),
      );
    return EXIT.done;
  },
};

const weightsFit: Command<MatchingWorld> = {
  name: 'weights fit',
  usage: {
    call: 'weights fit [--json]',
    fr: 'Apprend des décisions une version des poids, et dit ce qu’elle changerait. Rien n’est mis en service.',
    en: 'Learns a version of the weights from decisions, and says what it would change. Nothing is put in force.',
  },
  options: {},
  async run({ flags, terminal }, world) {
    const deps = await openDesk(world);
    const say = MODELS[terminal.lang];
    const learnt = await learnModel({ author: AUTHOR }, deps);
    if (!learnt.ok) {
      const { decisions, same, other } = learnt.refusal.missing;
      throw new Stop(
        EXIT.shortfall,
        `${say.least(LEAST_DECISIONS, LEAST_OF_EACH)} ${say.missing(decisions, same, other)}`,
      );
    }
    const view = await readModel(learnt.value.version, deps);
    if (!view?.learnt) throw new Error('A version just learnt exists.');
    const { before, after, decisions } = view.learnt;
    const { changedPlaces, placesBefore, placesAfter } = view.effect;
    const isUsable = isNotWorse(after, before);
    const facts = { version: learnt.value.version, decisions, before, after, isUsable };
    if (flags.has('json'))
      terminal.print(JSON.stringify({ ...facts, changedPlaces, placesBefore, placesAfter }));
    else {
      const number = (value: number) => formatNumber(value, terminal.lang);
      terminal.print(`${say.versionName(facts.version)} : ${say.learntFrom(number(decisions))}`);
      terminal.print(`${say.agreedBefore} : ${shareOf(before, terminal.lang)}`);
      terminal.print(`${say.agreedAfter} : ${shareOf(after, terminal.lang)}`);
      terminal.print(
        say.effect({
          count: changedPlaces,
          changed: number(changedPlaces),
          before: number(placesBefore),
          after: number(placesAfter),
        }),
      );
      if (!isUsable) terminal.print(say.worseTitle);
    }
    return isUsable ? EXIT.done : EXIT.shortfall;
  },
};

const weightsUse: Command<MatchingWorld> = {
  name: 'weights use',
  usage: {
    call: 'weights use VERSION|reasoned',
    fr: 'Met une version apprise en service, ou revient aux poids d’origine, et recalcule les lieux.',
    en: 'Puts a learnt version in force, or goes back to the original weights, and computes places again.',
  },
  options: {},
  async run({ words, terminal }, world) {
    const say = MODELS[terminal.lang];
    const [word, ...others] = words;
    const version = word === 'reasoned' ? null : Number(word);
    if (word === undefined || others.length > 0 || (version !== null && !Number.isInteger(version)))
      throw new Stop(EXIT.usage, say.wrongVersion);
    const deps = await openDesk(world);
    const effect = await previewModel(version, deps);
    const chosen = await chooseModel({ version, author: AUTHOR }, deps);
    if (!chosen.ok) throw new Stop(CHOICE_EXIT[chosen.refusal.kind], say.done[chosen.refusal.kind]);
    await world.refreshDirectory();
    const name = version === null ? say.reasoned : say.versionName(version);
    terminal.print(say.usedLine(name, formatNumber(effect?.changedPlaces ?? 0, terminal.lang)));
    return EXIT.done;
  },
};

const CHOICE_EXIT = {
  worse: EXIT.shortfall,
  'unknown-model': EXIT.usage,
  'already-in-force': EXIT.usage,
} as const satisfies Record<ChoiceRefusal['kind'], number>;

export const commands = [resolveCommand, weightsList, weightsFit, weightsUse] as const;

interface Paths {
  records: string;
  out: string;
  score: string | undefined;
  verdicts: string | undefined;
  labels: string | undefined;
}

function readPaths({ words, texts, terminal }: CommandInput): Paths {
  const say = MESSAGES[terminal.lang];
  const pathOf = (path: string): string => resolvePath(terminal.folder, path);
  const optional = (name: string): string | undefined =>
    texts.has(name) ? pathOf(texts.get(name)!) : undefined;
  const [records, ...others] = words;
  const out = optional('out');
  if (records === undefined || others.length > 0) throw new Stop(EXIT.usage, say.oneRecordsFile);
  if (out === undefined) throw new Stop(EXIT.usage, say.outMissing);
  const paths = { records: pathOf(records), out, score: optional('score'), verdicts: optional('verdicts') };
  if ((paths.score === undefined) !== (paths.verdicts === undefined))
    throw new Stop(EXIT.usage, say.scoreNeedsVerdicts);
  return { ...paths, labels: optional('labels') };
}

function sentenceOf(refusal: FileRefusal, path: string, { lang }: Terminal): string {
  const say = MESSAGES[lang];
  return refusal.kind === 'repeated-rid'
    ? say.repeatedRid(path, refusal.rid)
    : say.badLine(path, refusal.line, say.lineRefusals[refusal.kind]);
}

async function readPairs(
  path: string | undefined,
  columns: readonly string[],
  terminal: Terminal,
): Promise<PairRow[]> {
  if (path === undefined) return [];
  const say = MESSAGES[terminal.lang];
  const csv = await readFile(path, 'utf8').catch((error: unknown) => {
    throw asStop(error, say.unreadable(path));
  });
  const rows = parsePairs(csv, columns);
  if (!rows.ok) throw new Stop(EXIT.usage, say.missingColumn(path, rows.refusal.column));
  return rows.value;
}

const write = (path: string, text: string, terminal: Terminal): Promise<void> =>
  writeFile(path, text).catch((error: unknown) => {
    throw asStop(error, MESSAGES[terminal.lang].unwritable(path));
  });

/** Node's file errors name the call that failed; anything else is a bug and keeps its trace. */
function asStop(error: unknown, sentence: string): unknown {
  const isFileError = error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
  return isFileError ? new Stop(EXIT.usage, sentence) : error;
}

const NOTE_EVERY_MS = 2000;
const BYTES_PER_MEBIBYTE = 2 ** 20;

function report(
  { counts, threads, pairCompleteness, modelVersion }: ResolveFilesOutcome,
  { input, seconds }: { input: CommandInput; seconds: number },
): void {
  const { terminal, flags } = input;
  const say = MESSAGES[terminal.lang];
  const number = (value: number): string => formatNumber(value, terminal.lang);
  if (counts.unknownPairs > 0) terminal.note(say.unknownPairs(number(counts.unknownPairs)));
  if (!flags.has('json')) {
    terminal.print(say.done(number(counts.records), number(counts.clusters), seconds.toFixed(1)));
    return;
  }
  terminal.print(
    JSON.stringify({
      ...counts,
      pairCompleteness,
      threads,
      seconds: Number(seconds.toFixed(3)),
      // `maxRSS` is in kibibytes.
      peakMebibytes: Math.round((process.resourceUsage().maxRSS * 1024) / BYTES_PER_MEBIBYTE),
      model: modelVersion,
    }),
  );
}

/** Says now and then how far a long resolution has come. */
function progressNotes({ lang, note }: Terminal, startedAt: number): (progress: Progress) => void {
  let saidAt = startedAt;
  return ({ step, done }) => {
    const now = performance.now();
    if (now - saidAt < NOTE_EVERY_MS) return;
    saidAt = now;
    note(MESSAGES[lang].progress[step](String(Math.floor(done * 100))));
  };
}
