// Delivers 200 digests to Slack's stand-in and a WeChat gateway while the bot is killed without warning 15 times in mid-delivery and
// both platforms fail in every way (or as many digests and kills as the arguments say), and prints what came of it. With
// `postgres` as the third argument: in Slack, by two bots on one PostgreSQL. Ends with 1 when one was lost, shown twice in
// Slack, or repeated in WeChat although no kill fell into its delivery.
import { startGateway } from '../support/wechat/gateway.mjs';
import { buildModules } from '../support/writer-build.mjs';

const [digests = 200, kills = 15] = process.argv.slice(2, 4).map(Number);
const byTwo = process.argv[4] === 'postgres';
const channels = byTwo ? digests : Math.round(digests * 0.6);
const parts = [
  'test/support/digest-kills',
  'test/soak/kills-beside-another',
  'test/support/digest-world',
  'test/support/postgres',
];
const modules = await buildModules(...parts);
try {
  const [alone, beside, { startDigestWorld }, { startPostgres }] = await Promise.all(
    parts.map((part) => import(modules.path(part))),
  );
  const world = await startDigestWorld(channels, digests - channels, startGateway);
  const server = byTwo ? await startPostgres() : undefined;
  const report = await (server === undefined
    ? alone.deliverThroughKills(world, kills)
    : beside.deliverByTwoThroughKills(world, kills, await server.makePlace()));
  await Promise.all([world.stop(), server?.stop()]);
  console.log(report);
  const faults = [report.lost, report.twiceInSlack, report.repeatedWithoutKill].flat();
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  modules.remove();
}
