import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import type { Inbound } from '../../bot/inbound.js';
import type { Invocation } from '../../bot/invocation.js';
import type { Block, Reply } from '../../bot/reply.js';
import type { Language } from '../../i18n/languages.js';
import { outcomeOf } from './api-errors.js';
import type { Asker } from './asker.js';
import { formActionId, openedFrom } from './form-names.js';
import { personId } from './identity.js';
import { type Feature, inboundOf, type Kit } from './kit.js';
import { limits } from './limits.js';
import { renderForView } from './render.js';
import type { FormName } from './surfaces.js';
import { plainText } from './text.js';

const asked = { text: '', rest: '' };

/** The Home tab is what a person would get by these commands. */
const sections = [
  { title: 'next', invocations: [{ command: 'next', args: asked }] },
  { title: 'pilots', invocations: [{ command: 'status', args: asked }] },
  { title: 'changes', invocations: [{ command: 'changes', args: {} }] },
  {
    title: 'settings',
    invocations: [
      { command: 'language', args: { choice: '' } },
      { command: 'timezone', args: { zone: '' } },
    ],
  },
] as const satisfies { title: string; invocations: Invocation[] }[];

/** The Home tab: where things stand, one's own settings, and for coordinators the forms. */
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
export async function publishHome(kit: Kit, asker: Asker): Promise<void> {
  const { client, team, user, channel } = asker;
  // A conversation of its own: what is shown here is no question that the next message in the chat could continue.
  const deed = {
    ...asker,
    channel: `home-${user}`,
    direct: true,
    content: { kind: 'words', text: '' },
  } as const;
  const inbound = await inboundOf(kit, { ...deed, id: '' });
  const visitor = {
    person: personId(team, user),
    ...(inbound.hint === undefined ? {} : { hint: inbound.hint }),
  };
  const language = kit.languages[kit.surfaces.language(visitor)];
  const blocks = await homeBlocks(kit, inbound, language);
  const view = homeView(
    { locale: language.locale, blocks, audience: 'person' },
    kit.surfaces.forms(visitor),
    language,
  );
  try {
    await client.views.publish({ user_id: user, view: { ...view, private_metadata: openedFrom(channel) } });
  } catch (error) {
    kit.log.warn({ ...outcomeOf(error) }, 'Slack: the Home tab could not be published');
  }
}

async function homeBlocks(kit: Kit, inbound: Inbound, { t, locale }: Language): Promise<Block[]> {
  const replyTo = (invocation: Invocation) =>
    kit.handle({
      ...inbound,
      id: `slack:home:${randomUUID()}`,
      content: { kind: 'invocation', invocation, locale },
    });
  const shown = await Promise.all(
    sections.map(async ({ title, invocations }) => {
      const replies = await Promise.all(invocations.map(replyTo));
      const blocks = replies.flatMap((reply) => reply?.blocks ?? []);
      // The section has its heading already.
      const body = blocks.filter((block) => block.kind !== 'heading');
      return body.length === 0 ? [] : [{ kind: 'heading', text: t(`slack:home.${title}`) } as const, ...body];
    }),
  );
  const languages = (['en', 'zh', 'auto'] as const).map((choice) => ({
    label: t(`slack:home.language_${choice}`),
    invocation: { command: 'language', args: { choice } },
  }));
  return [...shown.flat(), { kind: 'choices', choices: languages }];
}

/** The Home tab as Slack takes it: at most a hundred blocks, the forms first. */
function homeView(reply: Reply, forms: readonly FormName[], { t }: Language): types.HomeView {
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
