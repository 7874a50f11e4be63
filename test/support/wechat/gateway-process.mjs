// A WeChat gateway in a process of its own: the real PuppetServer (gRPC over TLS) around a small world.
// Its parent steers it over the fork's channel: {call, args} makes something happen, every word said comes back.
import { log, PuppetServer } from 'wechaty-puppet-service';
import { World } from './world.mjs';

const { port, token, heartbeatMs, past, tls } = JSON.parse(process.argv[2]);
log.level('silent');

const world = new World({ heartbeatMs });
for (const { call, args } of past) await world[call](args);
world.puppet.onSaid = (said) => process.send({ said });

const server = new PuppetServer({
  endpoint: `127.0.0.1:${port}`,
  puppet: world.puppet,
  token,
  ...(tls && { tls }),
});
await server.start();
process.on('message', async ({ id, call, args }) => {
  try {
    const result =
      call === 'accepted'
        ? world.puppet.accepted
        : call === 'starts'
          ? world.puppet.starts
          : await world[call](args);
    process.send({ id, result });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });
