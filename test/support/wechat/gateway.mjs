// Plain JavaScript with its types beside it, since benches and soaks run without a compiler.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('gateway-process.mjs', import.meta.url));
/** What a gateway that comes back still knows. */
const remembered = new Set(['contact', 'room', 'login']);
const doings = [
  ...remembered,
  'say',
  'logout',
  'scan',
  'friendRequest',
  'rename',
  'remove',
  'invite',
  'rejectSay',
  'fallSilent',
];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export async function startGateway({
  token = 'insecure_3f1d7e0a-0000-4000-8000-000000000001',
  heartbeatMs = 1000,
  tls,
} = {}) {
  const port = await freePort();
  const past = [];
  const said = [];
  const listeners = new Set();
  const waiting = new Map();
  let child;
  let calls = 0;

  function heard({ id, result, error, said: entry }) {
    if (entry) {
      said.push(entry);
      for (const listener of listeners) listener(entry);
    }
    const call = waiting.get(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error));
  }

  async function launch() {
    const options = JSON.stringify({ port, token, heartbeatMs, past, tls });
    child = fork(script, [options], { stdio: 'inherit', execArgv: ['--no-deprecation'] });
    child.on('message', heard);
    await new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
      child.on('message', ({ ready }) => ready && resolve());
    });
  }

  function ask(call, args) {
    calls += 1;
    const id = calls;
    child.send({ id, call, args });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject })).finally(() =>
      waiting.delete(id),
    );
  }

  async function kill() {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async function steer(call, args) {
    if (remembered.has(call)) past.push({ call, args });
    await ask(call, args);
  }

  await launch();
  return {
    ...Object.fromEntries(doings.map((call) => [call, (args) => steer(call, args)])),
    token,
    endpoint: `127.0.0.1:${port}`,
    said,
    onSaid: (listener) => void listeners.add(listener),
    accepted: () => ask('accepted'),
    starts: () => ask('starts'),
    kill,
    restart: launch,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await kill();
    },
  };
}
