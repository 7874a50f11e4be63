import { createSlack } from '../adapters/slack/adapter.js';
import { createSurfaces } from '../adapters/slack/kernel-surfaces.js';
import type { App } from '../app.js';
import type { Log } from '../bot/log.js';
import type { Config, SlackConfig } from '../config.js';
import type { DeliveryWorker } from '../delivery/worker.js';
import type { Language } from '../i18n/languages.js';
import type { Outbox } from './outbox.js';
import type { OnHopeless, PlatformService } from './platform-service.js';
import { allDone } from './settling.js';

interface SlackServiceParts {
  app: App;
  access: SlackConfig;
  config: Pick<Config, 'admins' | 'defaults'>;
  outbox: Outbox;
  /** The language of sentences for those who operate the bot. */
  operator: Language;
  log: Log;
  onHopeless: OnHopeless;
}

/** Slack over the app's kernel. It runs in every process; whoever gets an event answers it. */
export function slackService({
  app,
  access,
  config,
  outbox,
  operator,
  log,
  onHopeless,
}: SlackServiceParts): PlatformService {
  const { store, programme, languages } = app;
  const channel = createSlack({
    access,
    apiUrl: access.apiUrl,
    surfaces: createSurfaces({ store, programme, languages, ...config }),
    languages,
    operator,
    store,
    keep: outbox.keep,
    log,
    onRefused: onHopeless,
  });
  let worker: DeliveryWorker | undefined;
  return {
    name: 'slack',
    health: () => channel.health(),
    listener: (request, response) => channel.request(request, response),
    async start() {
      await channel.start(app.handle);
      worker = outbox.deliverThrough(channel);
    },
    async stop() {
      await allDone([worker?.stop(), channel.stop()]);
    },
  };
}
