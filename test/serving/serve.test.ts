import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PlatformAway } from '../../src/bot/channel.js';
import { ConversationId } from '../../src/bot/identity.js';
import type { Log } from '../../src/bot/log.js';
import type { Row } from '../../src/bot/state.js';
import type { Config } from '../../src/config.js';
import { createLanguages } from '../../src/i18n/languages.js';
import { loadKnowledge } from '../../src/knowledge.js';
import type { PlatformService } from '../../src/serving/platform-service.js';
import { serve } from '../../src/serving/serve.js';
import { slackService } from '../../src/serving/slack.js';
import { wechatService } from '../../src/serving/wechat.js';
import { shippedDataset } from '../../src/shipped-dataset.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { temporaryFolder } from '../support/temporary-folder.js';

vi.mock('../../src/serving/slack.js', () => ({ slackService: vi.fn() }));
vi.mock('../../src/serving/wechat.js', () => ({ wechatService: vi.fn() }));

let folder: string;
let remove: () => Promise<void>;
let logged: string[];
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  logged = [];
});
afterEach(() => remove());

const log: Log = { info() {}, warn() {}, error: (_, event) => logged.push(event) };
const languages = createLanguages();

/** A platform that comes up and ends as it should. */
function sound(name: PlatformService['name']): PlatformService {
  return { name, health: () => ({ state: 'up' }), start: async () => {}, stop: async () => {} };
}

async function served(platforms: {
  slack?: Partial<PlatformService>;
  wechat?: Partial<PlatformService> | false;
}) {
  vi.mocked(slackService).mockReturnValue({ ...sound('slack'), ...platforms.slack });
  vi.mocked(wechatService).mockReturnValue({ ...sound('wechat'), ...(platforms.wechat || {}) });
  const knowledge = loadKnowledge(shippedDataset);
  if ('faults' in knowledge) throw new Error('the shipped dataset is not sound');
  const config: Config = {
    slack: { mode: 'http', botToken: 'xoxb-1', signingSecret: 's' },
    ...(platforms.wechat === false ? {} : { wechat: { puppet: 'wechaty-puppet-mock', minGapMs: 0 } }),
    state: folder,
    http: { host: '127.0.0.1', port: 0 },
    admins: new Set(),
    defaults: { locale: 'en', timezone: 'UTC' },
    logLevel: 'silent',
  };
  return serve({ config, knowledge, languages, log }, languages.en);
}

const fails = async () => {
  throw new Error('it will not end');
};
/** Another process can have the state once this one has closed it. */
const stateIsFree = async () => (await openEmbeddedStore({ folder })).close();

it('ends everything in order, also when a platform does not end as it should', async () => {
  const ended = vi.fn();
  const { port, stop } = await served({
    slack: { stop: fails },
    wechat: {
      async stop() {
        await new Promise((resolve) => setTimeout(resolve, 20));
        // What is acknowledged is answered yet: the state must still be open.
        await expect(stateIsFree()).rejects.toThrow('in use');
        ended();
      },
    },
  });
  await stop();
  expect(ended).toHaveBeenCalled();
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  await stateIsFree();
  expect(logged).toEqual(['slack did not end as it should']);
});

it('says why a platform refuses, also when another does not end as it should', async () => {
  const refuses = async () => {
    throw new Error('Slack refuses SLACK_BOT_TOKEN.');
  };
  await expect(served({ slack: { start: refuses }, wechat: { stop: fails } })).rejects.toThrow(
    'Slack refuses SLACK_BOT_TOKEN.',
  );
  await stateIsFree();
});

it('tells when the last digest went out, which is no request for translations and none that was left out', async () => {
  const digest = (date: string, outcome: Row<'digests'>['outcome'], id = `digest:slack:T1:C1:${date}`) => ({
    id,
    conversation: ConversationId.parse('slack:T1:C1'),
    date,
    at: `${date}T08:00:00.000Z`,
    outcome,
    upTo: '1',
  });
  const store = await openEmbeddedStore({ folder });
  await store.transact((tx) => {
    tx.put('digests', digest('2021-03-10', 'queued'));
    tx.put('digests', digest('2021-03-11', 'nothing-to-say'));
    tx.put('digests', digest('2021-03-12', 'queued', 'translation:slack:T1:U1:2021-03-12'));
  });
  await store.close();
  const { port, stop } = await served({});
  const health = await (await fetch(`http://127.0.0.1:${port}/health`)).json();
  await stop();
  expect(health).toMatchObject({
    components: {
      outbox: { details: { waiting: 0, dead: 0, oldestSeconds: 0, lastDigest: '2021-03-10T08:00:00.000Z' } },
    },
  });
});

/** A start that succeeds at the third try. */
function thirdTime(): () => Promise<void> {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries < 3) throw new PlatformAway('Slack’s Web API can’t be reached.', 'ECONNREFUSED');
  };
}

it('goes to work on one platform while the other is away, and on the other when it is back', async () => {
  const complained = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { port, stop } = await served({ slack: { start: thirdTime() } });
  expect(complained.mock.calls).toEqual([['Slack’s Web API can’t be reached.\n']]);
  const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).json();
  expect(await health()).toMatchObject({
    components: {
      slack: { state: 'down', reason: 'it can’t be reached (ECONNREFUSED)' },
      wechat: { state: 'up' },
    },
  });
  await expect.poll(health).toMatchObject({ components: { slack: { state: 'up' } } });
  expect(complained).toHaveBeenCalledTimes(1);
  complained.mockRestore();
  await stop();
});

it('has nothing to do while the only platform is away, and says so', async () => {
  await expect(served({ slack: { start: thirdTime() }, wechat: false })).rejects.toThrow('can’t be reached');
  await stateIsFree();
});
