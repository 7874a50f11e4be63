import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Doings, Said } from './world.mjs';

const script = fileURLToPath(new URL('gateway.mjs', import.meta.url));
/** What a gateway that comes back still knows. */
const remembered = new Set<keyof Doings>(['contact', 'room', 'login']);

type Steered = { [K in keyof Doings]: (...args: Parameters<Doings[K]>) => Promise<void> };
/** What the gateway's process sends. */
interface Answer {
  id?: number;
  result?: unknown;
  error?: string;
  ready?: boolean;
  said?: Said;
}

export interface GatewayOptions {
  token?: string;
  heartbeatMs?: number;
  /** The server's certificate and key, PEM; default Wechaty's own, which its clients trust. */
  tls?: { serverCert: string; serverKey: string };
}

export interface Gateway extends Steered {
  token: string;
  /** host:port, the same after a restart. */
  endpoint: string;
  /** Everything said through it, in order, in all of its lives. */
  said: Said[];
  /** Contacts whose friend request was accepted. */
  accepted(): Promise<string[]>;
  /** How often the account behind this process was started. */
  starts(): Promise<number>;
  /** SIGKILL, and its end awaited. */
  kill(): Promise<void>;
  /** A new process on the same port, which still knows contacts, rooms and who was logged in. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts a real PuppetServer in its own process on a free port of 127.0.0.1. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const token = options.token ?? 'insecure_3f1d7e0a-0000-4000-8000-000000000001';
  const port = await freePort();
  const past: { call: keyof Doings; args: unknown }[] = [];
  const said: Said[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let child: ChildProcess;
  let calls = 0;

  function heard(message: Answer): void {
    if (message.said) said.push(message.said);
    const call = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.error === undefined) call?.resolve(message.result);
    else call?.reject(new Error(message.error));
  }

  async function launch(): Promise<void> {
    const { heartbeatMs = 1000, tls } = options;
    child = fork(script, [JSON.stringify({ port, token, heartbeatMs, past, tls })], {
      stdio: 'inherit',
      execArgv: ['--no-deprecation'],
    });
    child.on('message', heard);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
      child.on('message', (message: Answer) => message.ready && resolve());
    });
  }

  function ask(call: string, args?: unknown): Promise<unknown> {
    const id = ++calls;
    child.send({ id, call, args });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject })).finally(() =>
      waiting.delete(id),
    );
  }

  async function kill(): Promise<void> {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  function steer(call: keyof Doings) {
    return async (args?: unknown): Promise<void> => {
      if (remembered.has(call)) past.push({ call, args });
      await ask(call, args);
    };
  }

  await launch();
  return {
    token,
    endpoint: `127.0.0.1:${port}`,
    said,
    contact: steer('contact'),
    room: steer('room'),
    say: steer('say'),
    login: steer('login'),
    logout: steer('logout'),
    scan: steer('scan'),
    friendRequest: steer('friendRequest'),
    rename: steer('rename'),
    remove: steer('remove'),
    invite: steer('invite'),
    rejectSay: steer('rejectSay'),
    fallSilent: steer('fallSilent'),
    // The channel carries what the world returns: a list of contact ids, a number.
    accepted: async () => (await ask('accepted')) as string[],
    starts: async () => (await ask('starts')) as number,
    kill,
    restart: launch,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await kill();
    },
  };
}
