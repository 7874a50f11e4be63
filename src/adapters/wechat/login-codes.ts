import qrcode from 'qrcode-terminal';
import { types } from 'wechaty-puppet';
import type { Translate } from '../../i18n/languages.js';

export interface Terminal {
  write(text: string): unknown;
}

/**
 * Shows the steps of a login on the terminal, and never in a log, since whoever scans the code is the account. Puppets
 * tell the same step over and over; each is shown once.
 */
export class LoginCodes {
  readonly #terminal: Terminal;
  readonly #t: Translate;
  readonly #shown = new Set<string>();

  constructor(terminal: Terminal, t: Translate) {
    this.#terminal = terminal;
    this.#t = t;
  }

  show(code: string, status: types.ScanStatus): void {
    const step = `${status} ${code}`;
    if (this.#shown.has(step)) return;
    this.#shown.add(step);
    const words = this.#wordsFor(status);
    if (words !== undefined) this.#terminal.write(`${words}\n`);
    if (status !== types.ScanStatus.Waiting || code === '') return;
    qrcode.generate(code, { small: true }, (picture) => this.#terminal.write(`${picture}\n`));
  }

  /** The login is over; the next one is shown anew. */
  forget(): void {
    this.#shown.clear();
  }

  #wordsFor(status: types.ScanStatus): string | undefined {
    switch (status) {
      case types.ScanStatus.Waiting:
        return this.#t('wechat:code.waiting');
      case types.ScanStatus.Timeout:
        return this.#t('wechat:code.expired');
      case types.ScanStatus.Scanned:
        return this.#t('wechat:code.scanned');
      case types.ScanStatus.Confirmed:
        return this.#t('wechat:code.confirmed');
      case types.ScanStatus.Cancel:
        return this.#t('wechat:code.cancelled');
      default:
        return undefined;
    }
  }
}
