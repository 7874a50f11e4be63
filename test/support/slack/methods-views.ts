import { z } from 'zod';
import { checkViewBlocks } from './block-check.js';
import { PlainText } from './block-schema.js';
import { SLACK } from './limits.js';
import { type Call, jsonArg, type Method, optionalString, Refused, stringArg } from './method.js';
import type { Triggers } from './triggers.js';
import type { PublishedView } from './workspace.js';

const common = {
  blocks: z.array(z.unknown()),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  external_id: z.string().max(255).optional(),
};
const Modal = z.strictObject({
  type: z.literal('modal'),
  title: PlainText(24),
  submit: PlainText(24).optional(),
  close: PlainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...common,
});
const Home = z.strictObject({ type: z.literal('home'), ...common });

/** A view that Slack would take, of the kind that the method wants. */
function checkView(value: unknown, kind: 'modal' | 'home'): Record<string, unknown> {
  const parsed = (kind === 'modal' ? Modal : Home).safeParse(value);
  if (!parsed.success) refuse([`[ERROR] ${parsed.error.message} [json-pointer:/view]`]);
  const view = value as Record<string, unknown>;
  const fault = checkViewBlocks(view.blocks);
  if (fault !== undefined) refuse(fault.messages);
  const blocks = view.blocks as { type: string }[];
  if (kind === 'modal' && blocks.some((block) => block.type === 'input') && view.submit === undefined)
    refuse(['[ERROR] must define `submit` to use an `input` block in modals']);
  if (JSON.stringify(view).length > SLACK.viewBytes) throw new Refused('view_too_large');
  return view;
}

function refuse(messages: string[]): never {
  throw new Refused('invalid_arguments', { response_metadata: { messages } });
}

function keep(
  call: Call,
  view: Record<string, unknown>,
  kind: 'modal' | 'home',
  user: string,
): PublishedView {
  const { world, bot } = call;
  const published = { id: world.nextId('V'), hash: world.nextId('h'), kind, user, team: bot.team.id, view };
  world.views.push(published);
  return published;
}

const answer = ({ id, hash, view }: PublishedView) => ({ view: { id, hash, ...view } });

/** Replaces a view's content, unless `hash` shows that somebody else did so before. */
function replaceView(call: Call, found: PublishedView, view: Record<string, unknown>, hash?: string): void {
  if (hash !== undefined && hash !== found.hash) throw new Refused('hash_conflict');
  found.view = view;
  found.hash = call.world.nextId('h');
}

/** views.open, views.push, views.update and views.publish; the first two need a fresh trigger. */
export function viewMethods(triggers: Triggers): Record<string, Method> {
  const open: Method = {
    auth: 'bot',
    run(call) {
      const user = triggers.use(stringArg(call.args, 'trigger_id'));
      const view = checkView(jsonArg(call.args, 'view'), 'modal');
      return answer(keep(call, view, 'modal', user));
    },
  };
  return {
    'views.open': open,
    'views.push': open,
    'views.update': {
      auth: 'bot',
      run(call) {
        const id = optionalString(call.args, 'view_id');
        const external = optionalString(call.args, 'external_id');
        const found = call.world.views.find(
          (view) => view.id === id || (external !== undefined && view.view.external_id === external),
        );
        if (found === undefined) throw new Refused('not_found');
        const view = checkView(jsonArg(call.args, 'view'), found.kind);
        replaceView(call, found, view, optionalString(call.args, 'hash'));
        return answer(found);
      },
    },
    'views.publish': {
      auth: 'bot',
      run(call) {
        const user = stringArg(call.args, 'user_id');
        if (!call.world.users.has(user)) throw new Refused('user_not_found');
        const view = checkView(jsonArg(call.args, 'view'), 'home');
        const found = call.world.views.find((known) => known.kind === 'home' && known.user === user);
        if (found === undefined) return answer(keep(call, view, 'home', user));
        replaceView(call, found, view, optionalString(call.args, 'hash'));
        return answer(found);
      },
    },
  };
}
