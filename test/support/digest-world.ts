import { ConversationId, PersonId } from '../../src/bot/identity.js';
import type { Subscription } from '../../src/bot/state.js';
import type { Store } from '../../src/bot/store.js';
import { botScopes } from './slack/bot-scopes.js';
import type { Trouble } from './slack/faults.js';
import { Slack } from './slack/slack.js';
import type { Gateway } from './wechat/gateway.mjs';

/** Slack and WeChat as far as digests need them: a channel or a room for each digest. */
export interface DigestWorld {
  slack: Slack;
  gateway: Gateway;
  conversations: readonly string[];
  /** What a bot needs to reach both. */
  environment: NodeJS.ProcessEnv;
  /** How many digests each conversation shows. */
  shown(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Milliseconds between two messages in WeChat, so that a kill falls into the midst. */
const WECHAT_GAP_MS = 60;

/** A world with so many channels and rooms. WeChat's gateway comes from outside, since its script is found beside it. */
export async function startDigestWorld(
  channels: number,
  rooms: number,
  startGateway: () => Promise<Gateway>,
): Promise<DigestWorld> {
  const [slack, gateway] = await Promise.all([new Slack().start(), startGateway()]);
  const bot = slack.world.addBot('xoxb-1', slack.world.addTeam('T1'), botScopes);
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  for (const index of numbers(channels)) slack.world.addChannel(`C${index}`, 'channel', [bot.botUser]);
  await gateway.contact({ id: 'bot', name: 'U-CAP' });
  for (const index of numbers(rooms))
    await gateway.room({ id: `${index}@chatroom`, topic: `Room ${index}`, members: ['bot'] });
  await gateway.login({ id: 'bot' });
  return {
    slack,
    gateway,
    conversations: [
      ...numbers(channels).map((index) => `slack:T1:C${index}`),
      ...numbers(rooms).map((index) => `wechat:default:${index}@chatroom`),
    ],
    environment: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'signing-secret',
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
      WECHAT_MIN_GAP_MS: String(WECHAT_GAP_MS),
    },
    shown() {
      const inSlack = slack.botMessages().filter(isDigest);
      const inWechat = gateway.said.filter(({ to }) => to.endsWith('@chatroom'));
      return countsOf([
        ...inSlack.map(({ channel }) => `slack:T1:${channel}`),
        ...inWechat.map(({ to }) => `wechat:default:${to}`),
      ]);
    },
    async stop() {
      await Promise.all([slack.stop(), gateway.stop()]);
    },
  };
}

function isDigest({ metadata }: { metadata?: { event_payload: Record<string, unknown> } }): boolean {
  return String(metadata?.event_payload.key).startsWith('digest:');
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** A zone in which it is noon's hour now, so that a digest is due at any time of the day at which tests run. */
function zoneAtNoon(now: Date): string {
  const east = 12 - now.getUTCHours();
  // IANA counts the other way round: Etc/GMT-3 is three hours east.
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/**
 * Gives every conversation a daily digest and a change to tell.
 * @param minutes over which their times are spread, from now on; 0: all are due now
 */
export async function subscribe(store: Store, conversations: readonly string[], minutes = 0): Promise<void> {
  const now = new Date();
  const by = PersonId.parse('slack:T1:U1');
  await store.transact((tx) => {
    tx.put('changes', {
      kind: 'set',
      id: String(tx.nextChangeNumber()),
      at: now.toISOString(),
      by,
      byName: 'Li Wei',
      target: { kind: 'pilot', id: 'wine-institute' },
      fields: [{ field: 'status', before: 'proposed', after: 'agreed' }],
    });
    for (const [index, id] of conversations.entries()) {
      const minute = Math.min(59, now.getUTCMinutes() + Math.round((index * minutes) / conversations.length));
      tx.put('conversations', {
        id: ConversationId.parse(id),
        direct: false,
        digest: { ...daily(now, by), time: `12:${String(minute).padStart(2, '0')}` },
      });
    }
  });
}

function daily(now: Date, by: PersonId): Omit<Subscription, 'time'> {
  return {
    timezone: zoneAtNoon(now),
    languages: 'both',
    days: 'every-day',
    heartbeat: 'never',
    until: '20:00',
    since: new Date(now.getTime() - 3 * 24 * 3_600_000).toISOString(),
    state: 'on',
    by,
  };
}

/** What goes wrong on the way to Slack, in turn. */
const troubles: readonly Trouble[] = [
  { kind: 'ratelimited', retryAfter: 1 },
  { kind: 'status', status: 500 },
  { kind: 'dropped' },
  { kind: 'lost' },
  { kind: 'hang-after' },
  { kind: 'hang' },
];
/** One Slack channel in so many meets a trouble, and one WeChat message in so many is rejected. */
const TROUBLE_IN = 3;
const REJECTED_IN = 10;

/**
 * Lets Slack fail in every way, its look-ups too, and WeChat reject messages, until the returned function is called. All other
 * replies of Slack are late, so that a kill falls between the work and its reply.
 */
export function makeTrouble({ slack, gateway, conversations }: DigestWorld): () => void {
  const channels = [...slack.world.channels.keys()].filter((_, index) => index % TROUBLE_IN === 0);
  for (const [index, channel] of channels.entries()) {
    const trouble = troubles[index % troubles.length];
    if (trouble === undefined) continue;
    slack.faults.add({
      method: 'chat.postMessage',
      trouble,
      times: 1,
      when: (args) => args.channel === channel,
    });
  }
  slack.faults.add({ method: 'chat.postMessage', trouble: { kind: 'late', ms: 150 } });
  slack.faults.add({
    method: 'conversations.history',
    trouble: { kind: 'status', status: 500 },
    times: Math.ceil(channels.length / 8),
    when: () => Math.random() < 0.5,
  });
  let rejections = (conversations.length - slack.world.channels.size) / REJECTED_IN;
  const rejecting = setInterval(() => {
    rejections -= 1;
    if (rejections > 0) void gateway.rejectSay({ times: 1 });
  }, 700);
  return () => {
    slack.faults.clear();
    clearInterval(rejecting);
  };
}
