import type { ExitCode } from './cli.ts';

/** Ends a command with an exit code and one readable sentence. Thrown by commands, caught once by the entrypoint. */
export class Stop extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
