import * as z from 'zod';
import { refusal } from '../bot/changes/refusal.js';
import { isWord } from '../bot/changes/vocabulary.js';
import { localTime } from '../bot/clock.js';
import { type Context, defineCommand } from '../bot/command.js';
import { tellReason } from '../bot/delivery-reason.js';
import { text, toConversation } from '../bot/replies.js';
import type { Block, Reply } from '../bot/reply.js';
import type { Subscription } from '../bot/state.js';
import { addDays } from '../digest/calendar.js';
import { Covered, digestKey, unsentDigests } from '../digest/coverage.js';
import { settingsFacts, usualSettings, wordsFor } from '../digest/describe-settings.js';
import { createDigestWriter } from '../digest/digest-writer.js';
import { type DigestSettings, readSettings } from '../digest/read-settings.js';

/** How far back `digest now` looks where there is no digest. */
const WEEK_MS = 7 * 86_400_000;

const usualTime = '09:00';

const actions = ['on', 'off', 'now'] as const;

/** `digest on HH:MM [ZONE] [en|zh|both]`, `digest off`, `digest now`, `digest`: the conversation's daily digest. */
export const digest = defineCommand({
  name: 'digest',
  role: 'coordinator',
  mutates: true,
  schema: z.strictObject({ text: z.string() }),
  read: ({ text }) => ({ text }),
  run(context, { text: typed }) {
    const [first = '', ...rest] = typed.trim().split(/\s+/u);
    const action = actions.find((one) => isWord(context.languages, `digest:words.${one}`, first));
    if (first === '') return show(context);
    if (action === 'off') return turnOff(context);
    if (action === 'now') return preview(context);
    // "digest 09:00 Rome" can only mean that it is to be on.
    return turnOn(context, action === 'on' ? rest.join(' ') : typed);
  },
});

function show(context: Context): Reply {
  const { t } = context.language;
  const subscription = context.conversation?.digest;
  if (subscription === undefined) return toConversation(context, text(t('digest:settings.none')));
  const { state, restingReason: reason = '' } = subscription;
  return toConversation(
    context,
    { kind: 'heading', text: t(`digest:settings.title.${state}`, { reason: tellReason(reason, t) }) },
    { kind: 'facts', facts: factsOf(context, subscription) },
    { kind: 'note', text: t('digest:settings.change') },
  );
}

async function turnOn(context: Context, typed: string): Promise<Reply> {
  const { t } = context.language;
  const asked = readSettings(typed, context.languages, context.programme);
  if ('unknown' in asked) throw refusal(context, t(`digest:refused.${asked.unknown}`, { ...asked }));
  checkUntil(context, asked);
  const isZoneKnown = asked.timezone !== undefined || hasZone(context);
  const { conversation: id, direct } = context.inbound;
  const on = await context.transact((tx) => {
    const known = tx.get('conversations', id) ?? { id, direct };
    const { restingReason: _, ...before } = known.digest ?? defaults(context);
    const subscription: Subscription = {
      ...before,
      ...asked,
      since: context.now.toISOString(),
      state: 'on',
      by: context.person.id,
    };
    tx.put('conversations', { ...known, digest: subscription });
    return subscription;
  });
  return toConversation(
    context,
    { kind: 'heading', text: t('digest:settings.title.on') },
    { kind: 'facts', facts: factsOf(context, on) },
    ...(isZoneKnown ? [] : [text(t('digest:settings.noZone', { zone: on.timezone, time: on.time }))]),
    { kind: 'note', text: t('digest:settings.ending') },
  );
}

/** @throws Refused for a latest time, asked for now or before, that the digest's own time has passed */
function checkUntil(context: Context, asked: DigestSettings): void {
  if (asked.time === undefined && asked.until === undefined) return;
  const before = context.conversation?.digest;
  const time = asked.time ?? before?.time ?? usualTime;
  const until = asked.until ?? before?.until ?? usualSettings.until;
  // The usual one is moved past a digest late in the evening.
  if (until >= time || (asked.until === undefined && until === usualSettings.until)) return;
  throw refusal(context, context.language.t('digest:refused.until', { until, time }));
}

/** Whether anybody has said which time zone is meant here, or the platform has. */
function hasZone({ conversation, person, inbound }: Context): boolean {
  return [conversation?.digest, conversation, person, inbound.hint].some(
    (one) => one?.timezone !== undefined,
  );
}

function defaults({
  conversation,
  timezone,
  language,
}: Context): Omit<Subscription, 'since' | 'state' | 'by'> {
  return {
    time: usualTime,
    timezone: conversation?.timezone ?? timezone,
    languages: conversation?.locale ?? language.locale,
    ...usualSettings,
  };
}

async function turnOff(context: Context): Promise<Reply> {
  const { t } = context.language;
  const off = await context.transact((tx) => {
    const known = tx.get('conversations', context.inbound.conversation);
    if (known?.digest === undefined) return undefined;
    const { digest: subscription, ...rest } = known;
    tx.put('conversations', rest);
    return subscription;
  });
  if (off === undefined) return toConversation(context, text(t('digest:settings.none')));
  return toConversation(
    context,
    text(t('digest:settings.off', { command: wordsFor(off, context.language) })),
  );
}

/**
 * What the next digest would say now: everything since the last one, or since it was turned on. It does not take the place of the
 * next. Where there is none, a sample: the news of a week.
 */
async function preview(context: Context): Promise<Reply> {
  const { conversation, inbound, now, language, languages, programme, store, admins } = context;
  const subscription = conversation?.digest;
  const sample: Subscription = {
    ...defaults(context),
    since: now.toISOString(),
    state: 'on',
    by: context.person.id,
  };
  const asked = {
    id: inbound.conversation,
    direct: inbound.direct,
    ...conversation,
    digest: subscription ?? sample,
  };
  const reader = store.view();
  const { date } = localTime(now, asked.digest.timezone);
  const changes = reader.all('changes');
  const covered = new Covered(reader, await unsentDigests(store));
  const tomorrow = addDays(date, 1);
  const weekAgo = new Date(now.getTime() - WEEK_MS).toISOString();
  const after =
    subscription === undefined
      ? (changes.findLast(({ at }) => at <= weekAgo)?.id ?? '0')
      : covered.before(asked.id, subscription, tomorrow);
  const writer = createDigestWriter({
    view: () => reader,
    programme: () => programme,
    languages,
    defaultLocale: language.locale,
    admins,
  });
  const reply = writer.reply(asked, { date, after, upTo: changes.at(-1)?.id ?? '0' });
  const isFirst = subscription !== undefined && covered.isFirst(asked.id, tomorrow);
  return { ...reply, blocks: [...reply.blocks, ...periodOf(context, subscription, isFirst)] };
}

/** Says what a preview covers, unless that is everything since the last digest. */
function periodOf(
  { language: { t, formats } }: Context,
  subscription: Subscription | undefined,
  isFirst: boolean,
): Block[] {
  if (subscription === undefined) return [{ kind: 'note', text: t('digest:preview.sample') }];
  if (!isFirst) return [];
  const { since, timezone } = subscription;
  const { date: day, minute } = localTime(new Date(since), timezone);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return [{ kind: 'note', text: t('digest:preview.first', { date: formats.date(day), time }) }];
}

function factsOf({ store, inbound, now, language }: Context, subscription: Subscription) {
  const settled = (date: string) =>
    store.view().get('digests', digestKey(inbound.conversation, date)) !== undefined;
  return settingsFacts(subscription, now, settled, language);
}
