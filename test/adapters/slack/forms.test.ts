import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FilledForm, FormName, Surfaces } from '../../../src/adapters/slack/surfaces.js';
import { textsOf } from '../../support/slack/block-check.js';
import { OptionsAnswer } from '../../support/slack/block-schema.js';
import { aMoment, noSurfaces, type Rig, says, startRig, until } from './rig.js';

let allowed: readonly FormName[];
let submitted: FilledForm[];
let rig: Rig;

const surfaces: Surfaces = {
  ...noSurfaces,
  language: ({ hint }) => hint?.locale ?? 'en',
  home: () => ({ reply: says('Next mission: Rome → Nanjing'), forms: allowed }),
  forms: () => allowed,
  options: () => ({
    pilotStatuses: [{ value: 'agreed', label: 'agreed' }],
    missionStatuses: [{ value: 'held', label: 'held' }],
    modes: [{ value: 'virtual', label: 'virtual' }],
    themes: [{ value: 'water', label: 'Water' }],
    digestLanguages: [{ value: 'both', label: 'both' }],
    digestDays: [{ value: 'weekdays', label: 'weekdays' }],
  }),
  suggest: (kind, typed) =>
    Array.from({ length: 150 }, (_, index) => ({
      value: `${kind}-${index}`,
      label: `${typed} <${index}> ${'x'.repeat(100)}`,
    })),
  submit: (_, __, filled) => {
    submitted.push(filled);
    if ('note' in filled && filled.note === 'wrong')
      return { errors: { note: 'Too short.', elsewhere: 'And something else.' } };
    return { invocation: { command: filled.form, args: { form: filled.form } } };
  },
};

beforeEach(async () => {
  allowed = ['update', 'mission', 'pilot', 'digest'];
  submitted = [];
  rig = await startRig('http', surfaces);
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
  await rig.ann.opensHome();
  await until(() => rig.ann.home !== undefined);
  expect(textsOf(rig.ann.home?.view.blocks)).toEqual([
    'Post an update',
    'New mission',
    'New pilot',
    'Daily digest',
    'Next mission: Rome → Nanjing',
  ]);
  allowed = [];
  await rig.ben.opensHome();
  await until(() => rig.ben.home !== undefined);
  expect(textsOf(rig.ben.home?.view.blocks)).toEqual(['Next mission: Rome → Nanjing']);
});

test('an update is previewed in the conversation from which the form was opened', async () => {
  const modal = await opened('update');
  const { status, body } = await rig.ann.submits(modal, {
    item: { 'suggest:mission-or-pilot:item': option('pilot:wine-institute') },
    status: { status: option('agreed') },
    date: { date: { type: 'datepicker', selected_date: null } },
    note: { note: { type: 'plain_text_input', value: ' MoU "signed" ' } },
  });
  expect([status, body]).toEqual([200, '']);
  expect(submitted).toEqual([
    { form: 'update', item: 'pilot:wine-institute', status: 'agreed', note: 'MoU "signed"' },
  ]);
  const [preview] = await rig.messages(1);
  expect(preview?.channel).toBe(rig.ann.direct);
  expect(rig.kernel.heard[0]).toMatchObject({ direct: true, conversation: `slack:T1:${rig.ann.direct}` });
});

test('a field that is wrong says so in its place, and what was typed stays', async () => {
  const modal = await opened('update');
  const { body } = await rig.ann.submits(modal, {
    item: { 'suggest:mission-or-pilot:item': option('pilot:x') },
    note: { note: { type: 'plain_text_input', value: 'wrong' } },
  });
  expect(body).toEqual({
    response_action: 'errors',
    errors: { note: 'Too short.', item: 'And something else.' },
  });
  await aMoment();
  expect(rig.kernel.heard).toHaveLength(0);
});

test('a form submitted four times is handled once', async () => {
  const modal = await opened('pilot');
  const values = {
    title: { title: { type: 'plain_text_input', value: 'Water school' } },
    cities: { 'suggest:city:cities': options('yantai', 'rome') },
  };
  await Promise.all([1, 2, 3, 4].map(() => rig.ann.submits(modal, values)));
  await rig.messages(1);
  await aMoment();
  expect(rig.kernel.heard).toHaveLength(1);
  expect(submitted[0]).toEqual({
    form: 'pilot',
    title: 'Water school',
    cities: ['yantai', 'rome'],
    partners: [],
  });
});

test('a mission has its date, and how certain it is', async () => {
  const modal = await opened('mission');
  await rig.ann.submits(modal, {
    title: { title: { type: 'plain_text_input', value: 'Spring visit' } },
    date: { date: { type: 'datepicker', selected_date: '2021-05-01' } },
    precision: { precision: option('month') },
    from: { 'suggest:city:from': options('rome') },
    to: { 'suggest:city:to': options('nanjing') },
    mode: { mode: option('virtual') },
  });
  expect(submitted[0]).toEqual({
    form: 'mission',
    title: 'Spring visit',
    date: '2021-05-01',
    precision: 'month',
    from: ['rome'],
    to: ['nanjing'],
    partners: [],
    mode: 'virtual',
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
    days: { days: option('weekdays') },
  });
  expect(submitted[0]).toMatchObject({
    state: 'on',
    time: '08:30',
    timezone: 'Europe/Rome',
    days: 'weekdays',
  });
  const [answer] = await rig.messages(1, 'C1');
  expect(answer).toMatchObject({ onlyFor: 'U1' });
  expect(rig.kernel.heard[0]?.conversation).toBe('slack:T1:C1');
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
