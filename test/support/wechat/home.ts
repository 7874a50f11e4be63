import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives this process a HOME of its own (Wechaty keeps its LevelDB there), and returns how to undo that. */
export function ownHome(): () => Promise<void> {
  const before = process.env.HOME;
  const home = mkdtempSync(join(tmpdir(), 'ucap-wechat-'));
  process.env.HOME = home;
  return async () => {
    process.env.HOME = before;
    // LevelDB may still be writing its last files, and needs this process for it.
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}
