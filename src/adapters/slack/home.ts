import type { types } from '@slack/bolt';
import type { Language } from '../../i18n/languages.js';
import type { Asker } from './answers.js';
import { outcomeOf } from './api-errors.js';
import { formActionId, openedFrom } from './form-names.js';
import { personId } from './identity.js';
import type { Feature, Kit } from './kit.js';
import { limits } from './limits.js';
import { renderForView } from './render.js';
import type { Home } from './surfaces.js';
import { plainText } from './text.js';

/** The Home tab: where things stand, and for coordinators the forms. */
export const home: Feature = {
  scopes: ['users:read'],
  events: ['app_home_opened'],
  register(app, kit) {
    app.event('app_home_opened', async ({ event, client, context }) => {
      if (event.tab !== 'home') return;
      const team = context.teamId ?? context.enterpriseId ?? '';
      const asker = { client, team, user: event.user, channel: event.channel };
      kit.tasks.run('home', () => publishHome(kit, asker));
    });
  },
};

/** Puts the present state of things into a person's Home tab. */
export async function publishHome(kit: Kit, { client, team, user, channel }: Asker): Promise<void> {
  const profile = await kit.profiles.of(client, team, user);
  const visitor = { person: personId(team, user), ...(profile === undefined ? {} : { hint: profile.hint }) };
  const content = kit.surfaces.home(visitor);
  try {
    const view = homeView(content, kit.languages[content.reply.locale]);
    await client.views.publish({ user_id: user, view: { ...view, private_metadata: openedFrom(channel) } });
  } catch (error) {
    kit.log.warn(outcomeOf(error), 'Slack: the Home tab could not be published');
  }
}

/** The Home tab as Slack takes it: at most a hundred blocks, the forms first. */
export function homeView({ reply, forms }: Home, { t }: Language): types.HomeView {
  const buttons = forms.map(
    (form): types.Button => ({
      type: 'button',
      action_id: formActionId(form),
      text: { type: 'plain_text', text: plainText(t(`slack:form.${form}.open`), limits.buttonText) },
      ...(form === 'update' ? { style: 'primary' } : {}),
    }),
  );
  const head: types.KnownBlock[] = buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons }];
  const blocks = [...head, ...renderForView(reply, { open: t('slack:open') })];
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) };
}
