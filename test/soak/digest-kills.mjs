// Delivers 200 digests to Slack's stand-in and a WeChat gateway while the bot is killed without warning 15 times in mid-delivery and
// both platforms fail in every way (or as many digests and kills as the arguments say), and prints what came of it. Ends with 1 when
// one was lost, shown twice in Slack, or repeated in WeChat although no kill fell into its delivery.
import { startGateway } from '../support/wechat/gateway.mjs';
import { buildModules } from '../support/writer-build.mjs';

const [digests = 200, kills = 15] = process.argv.slice(2).map(Number);
const modules = await buildModules('test/support/digest-kills', 'test/support/digest-world');
try {
  const { deliverThroughKills } = await import(modules.path('test/support/digest-kills'));
  const { startDigestWorld } = await import(modules.path('test/support/digest-world'));
  const channels = Math.round(digests * 0.6);
  const world = await startDigestWorld(channels, digests - channels, startGateway);
  const report = await deliverThroughKills(world, kills);
  await world.stop();
  console.log(report);
  const faults = [report.lost, report.twiceInSlack, report.repeatedWithoutKill].flat();
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  modules.remove();
}
