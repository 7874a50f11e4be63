import type { ViewSubmitAction } from '@slack/bolt';
import * as z from 'zod';
import { text, toPerson } from '../../bot/replies.js';
import { outcomeOf } from './api-errors.js';
import { type Asker, askerOf, visitorOf } from './asker.js';
import { contentOfForm } from './form-content.js';
import { optionOf } from './form-fields.js';
import { formNames, formOf } from './form-names.js';
import { formValues } from './form-values.js';
import { formView } from './form-views.js';
import { type Feature, inboundOf, isDirect, type Kit } from './kit.js';
import { limits } from './limits.js';
import { refusalIn, soon } from './submission.js';
import type { FormName, SuggestionKind } from './surfaces.js';

const anyForm = new RegExp(`^form:(?:${formNames.join('|')})$`);
const suggestionKinds = z.enum([
  'mission-or-pilot',
  'city',
  'partner',
  'timezone',
] satisfies SuggestionKind[]);

/** Forms for coordinators: opened by a button or a shortcut, filled with the bot's help, checked, and handled like a typed command. */
export const forms: Feature = {
  scopes: ['commands', 'chat:write', 'users:read'],
  shortcuts: [
    {
      type: 'global',
      callbackId: 'update',
      name: 'slack:shortcut.update.name',
      description: 'slack:shortcut.update.description',
    },
  ],
  register(app, kit) {
    app.action(anyForm, async ({ ack, action, body, client, context }) => {
      await ack();
      const form = 'action_id' in action ? formOf(action.action_id) : undefined;
      if (form === undefined || !('trigger_id' in body)) return;
      const asker = askerOf(body, client, context.teamId);
      kit.tasks.run('form', () => open(kit, asker, form, String(body.trigger_id)));
    });
    app.shortcut('update', async ({ ack, body, client, context }) => {
      await ack();
      kit.tasks.run('form', () =>
        open(kit, askerOf(body, client, context.teamId), 'update', body.trigger_id),
      );
    });
    app.options(/^suggest:/, async ({ ack, body, options, client, context }) => {
      const asker = askerOf(body, client, context.teamId);
      const kind = suggestionKinds.safeParse('action_id' in options ? options.action_id.split(':')[1] : '');
      const locale = kit.surfaces.language(await visitorOf(kit.profiles, asker));
      const found = kind.success ? kit.surfaces.suggest(kind.data, options.value, locale) : [];
      await ack({ options: found.slice(0, limits.optionsPerSelect).map(optionOf) });
    });
    app.view<ViewSubmitAction>(
      { callback_id: anyForm, type: 'view_submission' },
      async ({ ack, body, view, client, context }) => {
        const form = formOf(view.callback_id);
        if (form === undefined) return void (await ack());
        const opener = askerOf(body, client, context.teamId);
        const values = formValues(view.state.values);
        const channel = values.one('conversation') ?? opener.channel;
        const asker = { ...opener, channel };
        const language = kit.languages[kit.surfaces.language(await visitorOf(kit.profiles, asker))];
        const result = contentOfForm(form, values, language);
        if ('errors' in result) return ack({ response_action: 'errors', errors: result.errors });

        const direct = isDirect(channel) || channel === asker.user;
        const id = `${asker.team}:trigger:${body.trigger_id}`;
        const handled = inboundOf(kit, { ...asker, id, direct, content: result.content }).then(kit.handle);
        const reply = form === 'digest' ? undefined : await soon(handled);
        const refusal = reply === undefined ? undefined : refusalIn(reply);
        if (refusal !== undefined)
          return ack({ response_action: 'errors', errors: { [view.blocks[0]?.block_id ?? '']: refusal } });
        kit.tasks.run('form', async () => {
          const answer = await handled;
          if (answer !== undefined) await kit.answers.afterForm(asker, direct, answer, id);
        });
        await ack();
      },
    );
  },
};

/** Opens a form, or says why not. A trigger lives three seconds, so that nothing here waits for the store. */
async function open(kit: Kit, asker: Asker, form: FormName, triggerId: string): Promise<void> {
  const visitor = await visitorOf(kit.profiles, asker);
  const language = kit.languages[kit.surfaces.language(visitor)];
  const direct = isDirect(asker.channel) || asker.channel === asker.user;
  const say = (words: string) =>
    kit.answers.afterForm(asker, direct, toPerson({ language }, text(words)), triggerId);
  if (!kit.surfaces.forms(visitor).includes(form)) return say(language.t('slack:form.not_allowed'));
  const opened = { channel: asker.channel, timezone: visitor.hint?.timezone };
  const view = formView(form, kit.surfaces.options(language.locale), language, opened);
  try {
    await asker.client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    kit.log.warn({ ...outcomeOf(error) }, 'Slack: a form could not be opened');
    await say(language.t('slack:form.not_opened'));
  }
}
