import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/identity.js';
import { announce, set, translate } from './changes.js';
import { author, conversation, coordinator, type PlannerRig, plannerRig, room } from './planner-rig.js';

let rig: PlannerRig;
beforeEach(async () => {
  rig = await plannerRig();
});
afterEach(() => rig.close());

const WEDNESDAY = '2021-03-10';
const NINE = 'T08:00:00Z';
const digest = (date: string, after: string, upTo: string) => ({
  key: `digest:${room}:${date}`,
  message: { kind: 'digest', date, after, upTo },
});

describe('a digest with something to say', () => {
  test('is queued at its time together with its record, and only once', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    expect(await rig.checkAt(`${WEDNESDAY}T07:59:00Z`)).toEqual([]);
    expect(await rig.checkAt(`${WEDNESDAY}${NINE}`)).toMatchObject([digest(WEDNESDAY, '0', '1')]);
    expect(rig.record(WEDNESDAY)).toMatchObject({ outcome: 'queued', upTo: '1' });
    expect(await rig.checkAt(`${WEDNESDAY}T08:01:00Z`)).toHaveLength(1);
  });

  test('is queued once when two processes plan at the same moment', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    rig.at(`${WEDNESDAY}${NINE}`);
    const reports = await Promise.all([rig.planner().check(), rig.planner().check()]);
    expect(reports.map(({ queued }) => queued).sort()).toEqual([0, 1]);
    expect(await rig.store.deliveries()).toHaveLength(1);
  });

  test('is not planned by a process that is not the one to plan', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    rig.at(`${WEDNESDAY}${NINE}`);
    await rig.planner(false).check();
    expect(await rig.store.deliveries()).toEqual([]);
  });

  test('is not planned while the subscription rests', async () => {
    await rig.put(conversation({ state: 'resting' }));
    await rig.change(set(1, 'proposed', 'agreed'));
    expect(await rig.checkAt(`${WEDNESDAY}${NINE}`)).toEqual([]);
  });
});

describe('what it covers', () => {
  test('the first one, the changes since the subscription', async () => {
    await rig.put(conversation({ since: '2021-03-10T08:00:00.000Z' }));
    await rig.change({ ...set(1, 'proposed', 'agreed'), at: '2021-03-10T07:00:00.000Z' });
    await rig.change({ ...set(2, 'agreed', 'running'), at: '2021-03-10T09:00:00.000Z' });
    expect(await rig.checkAt(`2021-03-11${NINE}`)).toMatchObject([digest('2021-03-11', '1', '2')]);
  });

  test('the next one, what came after the last one that was sent, over the weekend too', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    await rig.checkAt(`2021-03-12${NINE}`);
    await rig.settleAll('sent');
    await rig.change(set(2, 'agreed', 'running'));
    expect(await rig.checkAt(`2021-03-13${NINE}`)).toEqual([]);
    expect(await rig.checkAt(`2021-03-15${NINE}`)).toMatchObject([digest('2021-03-15', '1', '2')]);
  });

  test('after a day without news, everything since', async () => {
    await rig.put(conversation());
    expect(await rig.checkAt(`${WEDNESDAY}${NINE}`)).toEqual([]);
    expect(rig.record(WEDNESDAY)).toMatchObject({ outcome: 'nothing-to-say' });
    await rig.change(set(1, 'proposed', 'agreed'));
    expect(await rig.checkAt(`2021-03-11${NINE}`)).toMatchObject([digest('2021-03-11', '0', '1')]);
  });

  test('after a day that was skipped, what that day would have said', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    expect(await rig.checkAt(`${WEDNESDAY}T19:01:00Z`)).toEqual([]);
    expect(rig.record(WEDNESDAY)).toMatchObject({ outcome: 'skipped' });
    expect(await rig.checkAt(`2021-03-11${NINE}`)).toMatchObject([digest('2021-03-11', '0', '1')]);
  });

  test('after one that never went out, what that one was to say', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    await rig.checkAt(`${WEDNESDAY}${NINE}`);
    await rig.settleAll('dead');
    await rig.change(set(2, 'agreed', 'running'));
    expect(await rig.checkAt(`2021-03-11${NINE}`)).toMatchObject([{}, digest('2021-03-11', '0', '2')]);
    await rig.settleAll('sent');
    await rig.change(set(3, 'running', 'paused'));
    expect(await rig.checkAt(`2021-03-12${NINE}`)).toMatchObject([{}, digest('2021-03-12', '2', '3')]);
  });

  test('after a month of rest, everything since the last one', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    await rig.checkAt(`${WEDNESDAY}${NINE}`);
    await rig.settleAll('sent');
    await rig.change(set(2, 'agreed', 'running'));
    expect(await rig.checkAt(`2021-04-12${NINE.replace('08', '07')}`)).toMatchObject([
      digest('2021-04-12', '1', '2'),
    ]);
  });
});

test('a weekly sign of life, when the conversation asked for it', async () => {
  await rig.put(conversation({ heartbeat: 'weekly', days: 'every-day' }));
  const queued: string[] = [];
  for (let day = 10; day < 27; day += 1) {
    await rig.checkAt(`2021-03-${day}${NINE}`);
    if (rig.record(`2021-03-${day}`)?.outcome === 'queued') queued.push(`2021-03-${day}`);
    await rig.settleAll('sent');
  }
  expect(queued).toEqual(['2021-03-10', '2021-03-17', '2021-03-24']);
});

describe('what is in the outbox when it is sent', () => {
  const written = async () => {
    const [delivery] = await rig.store.deliveries();
    if (delivery === undefined) throw new Error('the outbox is empty');
    return rig.write(delivery);
  };

  test('is put into words by the settings of that moment', async () => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    await rig.checkAt(`${WEDNESDAY}${NINE}`);
    await rig.put(conversation({ languages: 'zh' }));
    expect(await written()).toMatchObject({ reply: { locale: 'zh' } });
  });

  test.each([
    ['turned off', (): Promise<unknown> => rig.put({ id: room, direct: false }), 'off'],
    ['resting', (): Promise<unknown> => rig.put(conversation({ state: 'resting' })), 'resting'],
    ['too late', async () => rig.at(`${WEDNESDAY}T20:01:00Z`), 'stale'],
  ])('is withdrawn when the digest is %s', async (_, happens, reason) => {
    await rig.put(conversation());
    await rig.change(set(1, 'proposed', 'agreed'));
    await rig.checkAt(`${WEDNESDAY}${NINE}`);
    await happens();
    expect(await written()).toEqual({ withdrawn: reason });
  });
});

describe('requests for translation', () => {
  const chat = (contact: string) => contact as ConversationId; // A direct chat bears its person's id.
  const wei = coordinator('wechat:default:wei');
  const marco = coordinator('slack:T1:U2');
  const requests = async (instant: string) =>
    (await rig.checkAt(instant)).filter(({ message }) => message.kind === 'translation-request');

  beforeEach(() => rig.change({ ...announce(1, { en: 'The office moves' }), by: author }));

  test('go to those who read the missing language, once a day', async () => {
    await rig.people(coordinator(author), wei, marco);
    expect(await requests(`${WEDNESDAY}T08:59:00Z`)).toEqual([]);
    const [request, ...more] = await requests(`${WEDNESDAY}T09:00:00Z`);
    expect(request).toMatchObject({ key: `translation:${wei.id}:${WEDNESDAY}`, message: { changes: ['1'] } });
    expect(more).toEqual([]);
    await rig.settleAll('sent');
    expect(await requests(`${WEDNESDAY}T10:00:00Z`)).toEqual([]);
    expect(await requests('2021-03-11T09:00:00Z')).toHaveLength(1);
  });

  test('go to all others when nobody reads it, but never to the author', async () => {
    await rig.people(coordinator(author), marco);
    expect(await requests(`${WEDNESDAY}T09:00:00Z`)).toMatchObject([
      { key: `translation:${marco.id}:${WEDNESDAY}` },
    ]);
  });

  test('rest at the weekend, and after a week', async () => {
    await rig.people(wei);
    expect(await requests('2021-03-13T09:00:00Z')).toEqual([]);
    expect(await requests('2021-03-18T09:00:00Z')).toEqual([]);
  });

  test('say what to send, and are withdrawn once it is translated', async () => {
    await rig.people(wei);
    await requests(`${WEDNESDAY}T09:00:00Z`);
    const [delivery] = await rig.store.deliveries();
    if (delivery === undefined) throw new Error('the outbox is empty');
    expect(delivery.conversation).toBe(chat(wei.id));
    expect(JSON.stringify(rig.write(delivery))).toContain('补充译文请发送：翻译 1');
    await rig.change(translate(2, '1', { zh: '办公室搬家' }));
    expect(rig.write(delivery)).toEqual({ withdrawn: 'translated' });
  });
});

describe('an announcement that waits in the outbox', () => {
  const waiting = async () => {
    await rig.put(conversation());
    await rig.change(announce(1, { en: 'The office moves.' }));
    const announced = {
      key: `announce:1:${room}`,
      conversation: room,
      lane: 'announcement',
      notBefore: '2021-03-10T08:00:00.000Z',
      message: { kind: 'announcement', change: '1' },
    } as const;
    await rig.store.transact((tx) => tx.enqueue(announced));
    const [delivery] = await rig.store.deliveries();
    if (delivery === undefined) throw new Error('the outbox is empty');
    expect(JSON.stringify(rig.write(delivery))).toContain('The office moves.');
    return delivery;
  };

  test('is not sent once it is withdrawn', async () => {
    const delivery = await waiting();
    await rig.change({ ...announce(2, { en: 'The office moves.' }), undoes: '1' });
    expect(rig.write(delivery)).toEqual({ withdrawn: 'undone' });
  });

  test('is not sent once the digest is turned off', async () => {
    const delivery = await waiting();
    await rig.put({ id: room, direct: false });
    expect(rig.write(delivery)).toEqual({ withdrawn: 'off' });
  });
});
