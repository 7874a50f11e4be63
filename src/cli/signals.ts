import { exitCode } from './command-line.js';

/** SIGINT and SIGTERM. Until something is at work that must end in order, they end the process at once: nothing was acknowledged yet. */
export class Signals {
  #answer: () => void = () => process.exit(exitCode.done);

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.#answer());
  }

  /** From now on a signal calls `answer`. */
  answerBy(answer: () => void): void {
    this.#answer = answer;
  }
}
