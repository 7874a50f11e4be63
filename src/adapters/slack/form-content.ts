import { wordOf } from '../../bot/changes/vocabulary.js';
import type { Content } from '../../bot/inbound.js';
import { Subscription } from '../../bot/state.js';
import type { Language } from '../../i18n/languages.js';
import type { FormValues } from './form-values.js';
import type { FormName } from './surfaces.js';

/** What a form comes to: what a person could have typed, or what is wrong with which of its fields. */
export type FormResult = { content: Content } | { errors: Readonly<Record<string, string>> };

type Pair = { key: string; value: string };

const Languages = Subscription.shape.languages.catch('both');
const Days = Subscription.shape.days.catch('weekdays');

/** Turns a submitted form into the command it stands for. Pure; the command itself checks what only it can know. */
export function contentOfForm(form: FormName, values: FormValues, language: Language): FormResult {
  switch (form) {
    case 'update':
      return update(values, language);
    case 'mission':
      return added('mission', missionPairs(values), language);
    case 'pilot':
      return added('pilot', pilotPairs(values), language);
    case 'digest':
      return digest(values, language);
  }
}

function update(values: FormValues, { t, locale }: Language): FormResult {
  const item = values.one('item') ?? '';
  const [kind] = item.split(':');
  const [statusKind, status] = (values.one('status') ?? '').split(':');
  if (status !== undefined && statusKind !== kind) return { errors: { status: t('slack:wrong.status') } };
  if (values.one('date') !== undefined && kind !== 'mission')
    return { errors: { date: t('slack:wrong.date') } };
  const pairs = [
    ...pair('status', status),
    ...pair('date', values.one('date')),
    ...pair('note', values.one('note')),
  ];
  if (pairs.length === 0) return { errors: { note: t('slack:wrong.nothing') } };
  return {
    content: { kind: 'invocation', invocation: { command: 'update', args: { item, pairs } }, locale },
  };
}

function added(kind: 'mission' | 'pilot', pairs: Pair[], { locale }: Language): FormResult {
  return { content: { kind: 'invocation', invocation: { command: 'add', args: { kind, pairs } }, locale } };
}

function missionPairs(values: FormValues): Pair[] {
  const day = values.one('date') ?? '';
  return [
    ...pair('title', values.one('title')),
    ...pair('date', values.one('precision') === 'month' ? day.slice(0, 'YYYY-MM'.length) : day),
    ...list('from', values),
    ...list('to', values),
    ...list('partners', values),
    ...pair('mode', values.one('mode')),
    ...pair('note', values.one('note')),
  ];
}

function pilotPairs(values: FormValues): Pair[] {
  return [
    ...pair('title', values.one('title')),
    ...pair('theme', values.one('theme')),
    ...list('cities', values),
    ...list('partners', values),
    ...pair('note', values.one('note')),
  ];
}

/** The digest's settings in the command's own words. */
function digest(values: FormValues, language: Language): FormResult {
  const off = values.one('state') === 'off';
  const settings = [
    wordOf(language, 'digest:words.on'),
    values.one('time') ?? '',
    values.one('timezone') ?? '',
    wordOf(language, `digest:words.languages.${Languages.parse(values.one('languages'))}`),
    wordOf(language, `digest:words.days.${Days.parse(values.one('days'))}`),
  ];
  const text = off ? wordOf(language, 'digest:words.off') : settings.join(' ');
  const invocation = { command: 'digest', args: { text } };
  return { content: { kind: 'invocation', invocation, locale: language.locale } };
}

function pair(key: string, value: string | undefined): Pair[] {
  return value === undefined || value === '' ? [] : [{ key, value }];
}

function list(key: string, values: FormValues): Pair[] {
  return pair(key, values.many(key).join(', '));
}
