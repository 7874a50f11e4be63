import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FormName, Surfaces } from '../../../src/adapters/slack/surfaces.js';
import type { Inbound } from '../../../src/bot/inbound.js';
import type { Reply } from '../../../src/bot/reply.js';
import { textsOf } from '../../support/slack/block-check.js';
import { OptionsAnswer } from '../../support/slack/block-schema.js';
import { aMoment, noSurfaces, type Rig, says, startRig, until } from './rig.js';

let allowed: readonly FormName[];
let rig: Rig;

const surfaces: Surfaces = {
  ...noSurfaces,
  forms: () => allowed,
  options: () => ({
    pilotStatuses: [
      { value: 'agreed', label: 'agreed' },
      { value: 'cancelled', label: 'cancelled' },
    ],
    missionStatuses: [{ value: 'cancelled', label: 'cancelled' }],
    modes: [{ value: 'virtual', label: 'virtual' }],
    themes: [{ value: 'water', label: 'Water' }],
  }),
  suggest: (kind, typed) =>
    Array.from({ length: 150 }, (_, index) => ({
      value: `${kind}-${index}`,
      label: `${typed} <${index}> ${'x'.repeat(100)}`,
    })),
};

/** Previews what a form asks for; refuses a title or note of "wrong"; shows a line for each section of the Home tab. */
function answer({ content }: Inbound): Reply {
  if (content.kind === 'words') return says(`Heard: ${content.text}`);
  const { command, args } = content.invocation;
  if (JSON.stringify(args).includes('"wrong"'))
    return says('That is wrong. Nothing was changed.', { audience: 'person' });
  if (command !== 'update' && command !== 'add') return says(`About ${command}`);
  const choices = [{ label: 'Confirm', invocation: { command: 'confirm', args: { proposal: '1' } } }];
  return says('', {
    blocks: [
      { kind: 'text', text: 'Please check' },
      { kind: 'choices', choices },
    ],
  });
}

/** What the commands heard, without the questions of the Home tab. */
const commandsHeard = () =>
  rig.kernel.heard.filter(({ id }) => !id.startsWith('slack:home:')).map(({ content }) => content);

beforeEach(async () => {
  allowed = ['update', 'mission', 'pilot', 'digest'];
  rig = await startRig('http', surfaces);
  rig.kernel.answer = answer;
});
afterEach(() => rig.stop());

async function opened(form: FormName) {
  await rig.ann.opensHome();
  await until(() => rig.ann.home !== undefined);
  if (rig.ann.home === undefined) throw new Error('no Home tab');
  await rig.ann.pressesInView(rig.ann.home, `form:${form}`);
  await until(() => rig.ann.modal !== undefined);
  if (rig.ann.modal === undefined) throw new Error('no modal');
  return rig.ann.modal;
}

const option = (value: string) => ({ type: 'select', selected_option: { value } });
const options = (...values: string[]) => ({
  type: 'multi',
  selected_options: values.map((value) => ({ value })),
});

test('the Home tab shows how things stand, and forms to those who may use them', async () => {
  const stand = [
    ...['Next mission', 'About next', 'Pilots', 'About status', 'Latest changes', 'About changes'],
    ...['My language and time zone', 'About language', 'About timezone'],
    ...['English', '中文', 'The language I write in'],
  ];
  await rig.ann.opensHome();
  await until(() => rig.ann.home !== undefined);
  const buttons = ['Post an update', 'New mission', 'New pilot', 'Daily digest'];
  expect(textsOf(rig.ann.home?.view.blocks)).toEqual([...buttons, ...stand]);
  allowed = [];
  rig.ann.slack.world.views.length = 0;
  await rig.ann.opensHome();
  await until(() => rig.ann.home !== undefined);
  expect(textsOf(rig.ann.home?.view.blocks)).toEqual(stand);
});

test('a language chosen in the Home tab is answered directly, and the tab follows', async () => {
  await rig.ben.opensHome();
  await until(() => rig.ben.home !== undefined);
  if (rig.ben.home === undefined) throw new Error('no Home tab');
  const before = rig.ben.home.hash;
  await rig.ben.pressesInView(rig.ben.home, /^choice/);
  const [answer] = await rig.messages(1, rig.ben.direct);
  expect(answer?.text).toBe('About language');
  await until(() => rig.ben.home?.hash !== before);
});

test('an update is previewed in the conversation from which the form was opened', async () => {
  const modal = await opened('update');
  const { status, body } = await rig.ann.submits(modal, {
    item: { 'suggest:mission-or-pilot:item': option('pilot:wine-institute') },
    status: { status: option('pilot:agreed') },
    date: { date: { type: 'datepicker', selected_date: null } },
    note: { note: { type: 'plain_text_input', value: ' MoU "signed"\n在烟台 ' } },
  });
  expect([status, body]).toEqual([200, '']);
  const pairs = [
    { key: 'status', value: 'agreed' },
    { key: 'note', value: 'MoU "signed"\n在烟台' },
  ];
  const args = { item: 'pilot:wine-institute', pairs };
  expect(commandsHeard()).toEqual([
    { kind: 'invocation', invocation: { command: 'update', args }, locale: 'en' },
  ]);
  const [preview] = await rig.messages(1);
  expect(preview).toMatchObject({ channel: rig.ann.direct, text: 'Please check' });
});

test.each([
  ['a status of the other kind', { status: { status: option('mission:cancelled') } }, 'status'],
  ['a date for a pilot', { date: { date: { type: 'datepicker', selected_date: '2021-05-01' } } }, 'date'],
  ['nothing new', {}, 'note'],
])('%s is told beside its field', async (_, values, field) => {
  const modal = await opened('update');
  const item = { 'suggest:mission-or-pilot:item': option('pilot:x') };
  const { body } = await rig.ann.submits(modal, { item, ...values });
  expect(body).toEqual({
    response_action: 'errors',
    errors: { [field]: expect.stringMatching(/^[A-Z].*\.$/) },
  });
  expect(commandsHeard()).toEqual([]);
});

test('what the bot refuses is told in the form, and what was typed stays', async () => {
  const modal = await opened('pilot');
  const values = (title: string) => ({
    title: { title: { type: 'plain_text_input', value: title } },
    cities: { 'suggest:city:cities': options('yantai') },
  });
  const { body } = await rig.ann.submits(modal, values('wrong'));
  expect(body).toEqual({
    response_action: 'errors',
    errors: { title: 'That is wrong. Nothing was changed.' },
  });
  expect((await rig.ann.submits(modal, values('right'))).body).toBe('');
  expect((await rig.messages(1))[0]?.text).toBe('Please check');
});

test('a form is acknowledged at once while the store hangs', async () => {
  const modal = await opened('pilot');
  let release = () => {};
  rig.kernel.answer = async (inbound) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return answer(inbound);
  };
  const { ms, body } = await rig.ann.submits(modal, {
    title: { title: { type: 'plain_text_input', value: 'x' } },
  });
  expect([ms < 100, body]).toEqual([true, '']);
  release();
  await rig.messages(1);
});

test('a form delivered four times is handled once', async () => {
  const modal = await opened('pilot');
  const payload = rig.ann.submission(modal, {
    title: { title: { type: 'plain_text_input', value: 'Water school' } },
    theme: { theme: option('water') },
    cities: { 'suggest:city:cities': options('yantai', 'rome') },
  });
  await Promise.all([1, 2, 3, 4].map(() => rig.ann.transport.interaction(payload)));
  await rig.messages(1);
  await aMoment();
  expect(commandsHeard()).toHaveLength(1);
  expect(commandsHeard()[0]).toMatchObject({
    invocation: {
      command: 'add',
      args: {
        kind: 'pilot',
        pairs: [
          { key: 'title', value: 'Water school' },
          { key: 'theme', value: 'water' },
          { key: 'cities', value: 'yantai, rome' },
        ],
      },
    },
  });
});

test('a mission is as precise as its date is certain', async () => {
  const modal = await opened('mission');
  await rig.ann.submits(modal, {
    title: { title: { type: 'plain_text_input', value: 'Spring visit' } },
    date: { date: { type: 'datepicker', selected_date: '2021-05-01' } },
    precision: { precision: option('month') },
    from: { 'suggest:city:from': options('rome') },
    to: { 'suggest:city:to': options('nanjing') },
    mode: { mode: option('virtual') },
  });
  expect(commandsHeard()[0]).toMatchObject({
    invocation: {
      command: 'add',
      args: {
        kind: 'mission',
        pairs: [
          { key: 'title', value: 'Spring visit' },
          { key: 'date', value: '2021-05' },
          { key: 'from', value: 'rome' },
          { key: 'to', value: 'nanjing' },
          { key: 'mode', value: 'virtual' },
        ],
      },
    },
  });
});

test('a digest belongs to the channel that was chosen', async () => {
  const modal = await opened('digest');
  await rig.ann.submits(modal, {
    conversation: { conversation: { type: 'conversations_select', selected_conversation: 'C1' } },
    state: { state: option('on') },
    time: { time: { type: 'timepicker', selected_time: '08:30' } },
    timezone: { 'suggest:timezone:timezone': option('Europe/Rome') },
    languages: { languages: option('both') },
    days: { days: option('every-day') },
  });
  const [told] = await rig.messages(1, 'C1');
  expect(told).toMatchObject({ onlyFor: 'U1', text: 'About digest' });
  expect(rig.kernel.heard.at(-1)?.conversation).toBe('slack:T1:C1');
  const args = { text: 'on 08:30 Europe/Rome both every day' };
  expect(commandsHeard().at(-1)).toMatchObject({ invocation: { command: 'digest', args } });
});

test('the shortcut opens the form from anywhere, and a trigger that is too late is owned up to', async () => {
  await rig.ann.usesGlobalShortcut('update');
  await until(() => rig.ann.modal !== undefined);
  expect(rig.ann.modal?.view.callback_id).toBe('form:update');
  rig.slack.faults.add({ method: 'views.open', trouble: { kind: 'error', error: 'expired_trigger_id' } });
  await rig.ann.usesGlobalShortcut('update');
  expect((await rig.messages(1))[0]).toMatchObject({ text: expect.stringContaining('did not open') });
});

test('suggestions come as Slack takes them', async () => {
  const modal = await opened('mission');
  const { body } = await rig.ann.searches(modal, 'to', 'suggest:city:to', 'yan');
  expect(OptionsAnswer.safeParse(body).success).toBe(true);
  const { body: nothing } = await rig.ann.searches(modal, 'to', 'suggest:nonsense:to', 'yan');
  expect(nothing).toEqual({ options: [] });
});

test('without the role a form stays closed and says why, in the language of the person', async () => {
  await rig.ben.opensHome();
  await until(() => rig.ben.home !== undefined);
  allowed = [];
  if (rig.ben.home === undefined) throw new Error('no Home tab');
  await rig.ben.pressesInView(rig.ben.home, 'form:update');
  const [refusal] = await rig.messages(1);
  expect(refusal?.text).toContain('协调员');
  expect(rig.ben.modal).toBeUndefined();
});

test('every form is one that Slack takes, in both languages', async () => {
  for (const form of ['update', 'mission', 'pilot', 'digest'] as const) {
    for (const member of [rig.ann, rig.ben]) {
      await member.opensHome();
      await until(() => member.home !== undefined);
      if (member.home === undefined) throw new Error('no Home tab');
      const before = member.modal?.id;
      await member.pressesInView(member.home, `form:${form}`);
      await until(() => member.modal?.id !== before);
    }
  }
});
