import type { PuppetSource } from '../../../src/adapters/wechat/session.js';
import { type Gateway, startGateway } from './gateway.mjs';
import { type Said, World } from './world.mjs';

/** What every rig can do; a gateway can be killed besides. */
export type Rig = Omit<Gateway, 'token' | 'endpoint' | 'kill' | 'restart' | 'starts' | 'onSaid'> & {
  puppet: PuppetSource;
};

/** The mock in this process. */
export async function inProcess(): Promise<Rig> {
  const world = new World({ heartbeatMs: 200 });
  const said: Said[] = [];
  world.puppet.onSaid = (entry) => void said.push(entry);
  return {
    puppet: () => world.puppet,
    said,
    contact: async (args) => world.contact(args),
    room: async (args) => world.room(args),
    say: async (args) => world.say(args),
    login: async (args) => world.login(args),
    logout: async (args) => world.logout(args),
    scan: async (args) => world.scan(args),
    friendRequest: async (args) => world.friendRequest(args),
    rename: async (args) => world.rename(args),
    remove: async (args) => world.remove(args),
    invite: async (args) => world.invite(args),
    rejectSay: async (args) => world.rejectSay(args),
    fallSilent: async () => world.fallSilent(),
    accepted: async () => world.puppet.accepted,
    stop: async () => {},
  };
}

/** A gateway in a process of its own, found by Wechaty's own environment variables. */
export async function overGrpc(): Promise<Rig> {
  const gateway = await startGateway();
  process.env.WECHATY_PUPPET_SERVICE_TOKEN = gateway.token;
  process.env.WECHATY_PUPPET_SERVICE_ENDPOINT = gateway.endpoint;
  return { ...gateway, puppet: 'wechaty-puppet-service' };
}
