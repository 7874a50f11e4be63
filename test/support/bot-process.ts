import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/i18n/project-root.js';
import { cleanEnvironment } from './command-line.js';
import { until } from './until.js';

/** What `/health` answers. */
export interface Health {
  status: number;
  components: Readonly<Record<string, { state: string; reason?: string }>>;
}

/** The built program as a process of its own, started as `npm start` starts it. */
export interface BotProcess {
  readonly pid: number;
  /** Its HTTP server's address, once it is at work. */
  readonly root: string;
  stdout(): string;
  stderr(): string;
  /** What stderr holds besides the log: sentences for whoever operates the bot. */
  sentences(): string[];
  /** Resolves with the exit code; null after a signal. */
  exited: Promise<number | null>;
  health(): Promise<Health>;
  metrics(): Promise<string>;
  /** SIGKILL, and its end awaited. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
// A test that fails half-way must leave no process behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the built program on a port that the system gives; resolves when it is at work, or has ended. */
export async function startBotProcess(environment: NodeJS.ProcessEnv): Promise<BotProcess> {
  const child = spawn(process.execPath, [join(projectRoot, '.build/main.js')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment({ PORT: '0', ...environment }),
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    stderr += data;
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  let root = '';
  const get = (path: string) => fetch(`${root}${path}`, { headers: { connection: 'close' } });
  const bot: BotProcess = {
    pid: child.pid ?? 0,
    get root() {
      return root;
    },
    stdout: () => stdout,
    stderr: () => stderr,
    sentences: () => stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{')),
    exited,
    async health() {
      const answer = await get('/health');
      const { components } = (await answer.json()) as Health; // The program's own JSON.
      return { status: answer.status, components };
    },
    metrics: async () => (await get('/metrics')).text(),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
  await until(
    'the bot at work',
    () => child.exitCode !== null || child.signalCode !== null || portIn(stderr),
    15_000,
  );
  root = `http://127.0.0.1:${portIn(stderr)}`;
  return bot;
}

/** The log's line that says where the bot listens. */
function portIn(log: string): number | undefined {
  const line = log.split('\n').find((entry) => entry.startsWith('{') && entry.includes('the bot is at work'));
  return line === undefined ? undefined : (JSON.parse(line) as { port: number }).port; // Pino's own JSON.
}
