import { expect, onTestFinished, test } from 'vitest';
import { deliverThroughKills } from '../support/digest-kills.js';
import { startDigestWorld } from '../support/digest-world.js';
import { startGateway } from '../support/wechat/gateway.mjs';

test('digests through kills and trouble: none lost, none twice in Slack', async () => {
  const world = await startDigestWorld(24, 16, startGateway);
  onTestFinished(world.stop);
  const report = await deliverThroughKills(world, 4);
  console.log(report);
  expect(report).toMatchObject({
    digests: 40,
    kills: 4,
    lost: [],
    twiceInSlack: [],
    repeatedWithoutKill: [],
  });
  // Otherwise no kill fell where it could do harm.
  expect(report.inFlightAtKill.slack + report.inFlightAtKill.wechat).toBeGreaterThan(0);
}, 120_000);
