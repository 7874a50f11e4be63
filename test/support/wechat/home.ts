import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives this process a HOME of its own (Wechaty keeps its LevelDB there), and returns how to undo that. */
export function ownHome(): () => void {
  const before = process.env.HOME;
  const home = mkdtempSync(join(tmpdir(), 'ucap-wechat-'));
  process.env.HOME = home;
  return () => {
    process.env.HOME = before;
    // LevelDB may still be writing its last file.
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}
