import { afterEach, beforeEach, expect, test } from 'vitest';
import { types } from 'wechaty-puppet';
import { GatewayPuppet } from '../../../src/adapters/wechat/gateway-puppet.js';
import { ownHome } from '../../support/wechat/home.js';

let restoreHome: () => Promise<void>;
beforeEach(() => {
  restoreHome = ownHome();
});
afterEach(() => restoreHome());

test('marking a payload dirty without a link is an error event, not a rejection that nobody awaits', async () => {
  const puppet = new GatewayPuppet({ token: 'insecure_token' }, () => {});
  const errors: unknown[] = [];
  puppet.on('error', (error) => void errors.push(error));
  await expect(puppet.dirtyPayload(types.Payload.Room, '1@chatroom')).resolves.toBeUndefined();
  expect(errors).toHaveLength(1);
  puppet.hangUp();
});
