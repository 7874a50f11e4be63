import type { types } from '@slack/bolt';
import type { Language, Translate } from '../../i18n/languages.js';
import {
  conversationField,
  dateField,
  type FieldWords,
  groupedField,
  selectField,
  suggestField,
  suggestManyField,
  textField,
  timeField,
} from './form-fields.js';
import { formActionId, openedFrom } from './form-names.js';
import { limits } from './limits.js';
import type { FormName, FormOptions, Option } from './surfaces.js';
import { plainText } from './text.js';

/** As long as the programme's schema takes a note and a title. */
const noteLength = 2000;
const titleLength = 200;

/** A form as a modal. `opened` comes back when it is submitted. */
export function formView(
  form: FormName,
  options: FormOptions,
  { t }: Language,
  opened: { channel: string; timezone?: string | undefined },
): types.ModalView {
  return {
    type: 'modal',
    callback_id: formActionId(form),
    private_metadata: openedFrom(opened.channel),
    title: title(t(`slack:form.${form}.title`)),
    submit: title(t(`slack:form.${form}.submit`)),
    close: title(t('slack:form.cancel')),
    blocks: fields[form](options, t, opened.timezone),
  };
}

const title = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: plainText(text, limits.modalTitle),
});

type Fields = (options: FormOptions, t: Translate, timezone: string | undefined) => types.InputBlock[];

const note = (t: Translate) =>
  textField(
    { name: 'note', label: t('slack:field.note'), hint: t('slack:field.note_hint'), optional: true },
    noteLength,
    true,
  );
/** A status with the kind of record that it belongs to, since both kinds can be cancelled. */
const keyed = (kind: string, options: readonly Option[]): Option[] =>
  options.map(({ value, label }) => ({ value: `${kind}:${value}`, label }));
const optional = (words: FieldWords): FieldWords => ({ ...words, optional: true });

const fields: Readonly<Record<FormName, Fields>> = {
  update: (options, t) => [
    suggestField(
      { name: 'item', label: t('slack:field.item'), hint: t('slack:field.item_hint') },
      'mission-or-pilot',
    ),
    groupedField(optional({ name: 'status', label: t('slack:field.status') }), [
      { label: t('slack:field.pilot_status'), options: keyed('pilot', options.pilotStatuses) },
      { label: t('slack:field.mission_status'), options: keyed('mission', options.missionStatuses) },
    ]),
    dateField(optional({ name: 'date', label: t('slack:field.date'), hint: t('slack:field.new_date_hint') })),
    note(t),
  ],
  mission: (options, t) => [
    textField({ name: 'title', label: t('slack:field.title') }, titleLength),
    dateField({ name: 'date', label: t('slack:field.date') }),
    selectField(
      { name: 'precision', label: t('slack:field.precision') },
      [
        { value: 'day', label: t('slack:field.precise_day') },
        { value: 'month', label: t('slack:field.precise_month') },
      ],
      'day',
    ),
    suggestManyField(optional({ name: 'from', label: t('slack:field.from') }), 'city'),
    suggestManyField({ name: 'to', label: t('slack:field.to') }, 'city'),
    suggestManyField(optional({ name: 'partners', label: t('slack:field.partners') }), 'partner'),
    selectField(optional({ name: 'mode', label: t('slack:field.mode') }), options.modes),
    note(t),
  ],
  pilot: (options, t) => [
    textField({ name: 'title', label: t('slack:field.title') }, titleLength),
    // A programme without themes can't fill the field, and the command says so; Slack refuses an empty select.
    ...(options.themes.length === 0
      ? []
      : [selectField({ name: 'theme', label: t('slack:field.theme') }, options.themes)]),
    suggestManyField({ name: 'cities', label: t('slack:field.cities') }, 'city'),
    suggestManyField(optional({ name: 'partners', label: t('slack:field.partners') }), 'partner'),
    note(t),
  ],
  digest: (_, t, timezone) => [
    conversationField({ name: 'conversation', label: t('slack:field.conversation') }),
    selectField(
      { name: 'state', label: t('slack:field.digest') },
      [
        { value: 'on', label: t('slack:field.digest_on') },
        { value: 'off', label: t('slack:field.digest_off') },
      ],
      'on',
    ),
    timeField({ name: 'time', label: t('slack:field.time') }, '09:00'),
    suggestField(
      { name: 'timezone', label: t('slack:field.timezone') },
      'timezone',
      timezone === undefined ? undefined : { value: timezone, label: timezone },
    ),
    selectField(
      { name: 'languages', label: t('slack:field.languages') },
      (['en', 'zh', 'both'] as const).map((value) => ({ value, label: t(`slack:field.in_${value}`) })),
      'both',
    ),
    selectField(
      { name: 'days', label: t('slack:field.days') },
      (['weekdays', 'every-day'] as const).map((value) => ({ value, label: t(`slack:field.on_${value}`) })),
      'weekdays',
    ),
  ],
};
