import { outcomeOf } from './api-errors.js';
import { visitorOf } from './asker.js';
import type { Feature } from './kit.js';

export const promptNames = ['next', 'pilots', 'partners', 'help'] as const;

/** Slack's view of the bot as an agent: prompts to begin with, in the language of the person who opens the conversation. */
export const agent: Feature = {
  scopes: ['assistant:write', 'users:read'],
  events: ['app_home_opened'],
  register(app, kit) {
    app.event('app_home_opened', async ({ event, client, context }) => {
      if (event.tab !== 'messages') return;
      const team = context.teamId ?? context.enterpriseId ?? '';
      kit.tasks.run('prompts', async () => {
        const visitor = await visitorOf(kit.profiles, { client, team, user: event.user });
        const { t } = kit.languages[kit.surfaces.language(visitor)];
        const [first, ...rest] = promptNames.map((name) => ({
          title: t(`slack:prompt.${name}`),
          message: t(`slack:prompt.${name}`),
        }));
        if (first === undefined) return;
        await client.assistant.threads
          .setSuggestedPrompts({ channel_id: event.channel, prompts: [first, ...rest] })
          // A workspace without the agent view refuses; the bot answers there all the same.
          .catch((error: unknown) => kit.log.info({ ...outcomeOf(error) }, 'Slack: no suggested prompts'));
      });
    });
  },
};
