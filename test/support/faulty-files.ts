import { open, rename, rm } from 'node:fs/promises';
import type { FileLayer } from '../../src/store/embedded/durable-file.js';

/** The steps of a durable write, in the order in which they must happen. */
export const steps = [
  'open file',
  'write file',
  'sync file',
  'close file',
  'rename',
  'open folder',
  'sync folder',
  'close folder',
] as const;
export type Step = (typeof steps)[number];
export type Fault = { step: Step; code: string } | { step: 'write file'; shortBy: number };

/** A real file system that notes each step when it has succeeded, and fails one of them for as long as `fault` is set. */
export class FaultyFiles implements FileLayer {
  readonly done: string[] = [];
  tried = 0;
  fault: Fault | undefined;

  async open(path: string, flags: string, mode?: number) {
    const what = flags === 'r' ? 'folder' : 'file';
    const handle = await this.#step(`open ${what}`, () => open(path, flags, mode));
    return {
      writeFile: (content: unknown) => this.#step('write file', () => this.#write(handle, content as Buffer)),
      sync: () => this.#step(`sync ${what}`, () => handle.sync()),
      stat: handle.stat.bind(handle),
      close: async () => {
        await handle.close();
        await this.#step(`close ${what}`, async () => undefined);
      },
    } as Awaited<ReturnType<FileLayer['open']>>; // FileHandle's methods are overloaded beyond what is called.
  }

  rename(from: string, to: string): Promise<void> {
    return this.#step('rename', () => rename(from, to));
  }

  rm(path: string, options: { force: true }): Promise<void> {
    return rm(path, options);
  }

  async #write(handle: Awaited<ReturnType<typeof open>>, content: Buffer): Promise<void> {
    const shortBy = this.fault !== undefined && 'shortBy' in this.fault ? this.fault.shortBy : 0;
    await handle.writeFile(content.subarray(0, content.length - shortBy));
  }

  async #step<R>(step: Step, perform: () => Promise<R>): Promise<R> {
    this.tried += 1;
    const { fault } = this;
    if (fault !== undefined && 'code' in fault && fault.step === step) {
      throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code });
    }
    const result = await perform();
    this.done.push(step);
    return result;
  }
}
