import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/i18n/project-root.js';

/** What a run of the program left behind. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Variables of the project that the machine may have set; a test starts without them. */
const own = /^(UCAP|SLACK|WECHA|DATABASE_URL|HOST$|PORT$|LOG_LEVEL)/;

/** The environment of the machine without the project's own variables, and with `added`. */
export function cleanEnvironment(added: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))), ...added };
}

/** Runs `ucap-bot ARGS` as a process of its own, with `input` on its standard input. */
export function ucapBot(
  args: readonly string[],
  options: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectRoot, '.build/main.js'), ...args], {
    env: cleanEnvironment(options.env),
    stdio: 'pipe',
  });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    ended.stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    ended.stderr += data;
  });
  // The program may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}
