import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { cleanEnvironment } from '../support/command-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import type { Gateway } from '../support/wechat/gateway.mjs';

/** The bot as its own process on WeChat, as `npm start` runs it. */
export interface RunningBot {
  stdout(): string;
  stderr(): string;
  health(): Promise<number>;
  /** Resolves when `/health` answers with this status. */
  healthy(status: number, ms?: number): Promise<void>;
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts the built program against a gateway, with a HOME and a state of its own unless `environment` names them. */
export async function startBot(
  gateway: Pick<Gateway, 'token' | 'endpoint'>,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningBot> {
  const port = await freePort();
  const own = await temporaryFolder();
  const child = spawn(process.execPath, ['.build/main.js'], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment({
      HOME: own.folder,
      PORT: String(port),
      UCAP_STATE: own.folder,
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
      ...environment,
    }),
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    written.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    written.stderr += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void exited.then(() => own.remove());
  const health = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ status }) => status,
      () => 0,
    );
  return {
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    health,
    async healthy(status, ms = 20_000) {
      for (const end = Date.now() + ms; Date.now() < end; ) {
        if ((await health()) === status) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`/health did not answer ${status} within ${ms} ms:\n${written.stderr}`);
    },
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
