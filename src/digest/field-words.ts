import type { View } from '../bot/presenter/view.js';
import { organisationName, partyName, partyNames, told } from '../bot/presenter/words.js';
import type { FieldChange, RecordRef } from '../programme/change.js';
import { Localized } from '../programme/localized.js';
import { PartialDate } from '../programme/partial-date.js';
import { MissionMode, MissionStatus, OrganisationKind, PilotStatus } from '../programme/schema.js';

/** One changed field in words: "proposed → agreed", "date June 2021 → July 2021"; long texts are only said to be revised. */
export function fieldWords(
  kind: RecordRef['kind'],
  { field, before, after }: FieldChange,
  view: View,
): string {
  const { t } = view.language;
  const words = [before, after].map((value) => valueWords(kind, field, value, view));
  const label = t(isLabelled(field) ? `digest:field.${field}` : 'digest:field.other');
  const [from, to] = words;
  if (from === undefined || to === undefined) return t('digest:field.reworded', { label });
  const change = t('digest:field.change', { before: from, after: to });
  return field === 'status' ? change : t('digest:field.value', { label, change });
}

const labelled = [
  'date',
  'mode',
  'theme',
  'title',
  'name',
  'cities',
  'partners',
  'organisations',
  'hosts',
  'travellers',
  'participants',
  'city',
  'kind',
] as const;

function isLabelled(field: string): field is (typeof labelled)[number] {
  return (labelled as readonly string[]).includes(field);
}

/** A field's value in words, or `undefined` when it has no short form. */
function valueWords(kind: RecordRef['kind'], field: string, value: unknown, view: View): string | undefined {
  const { t, formats } = view.language;
  if (value === null || (Array.isArray(value) && value.length === 0)) return t('digest:field.none');
  switch (field) {
    case 'status':
      return kind === 'pilot'
        ? parsed(PilotStatus, value, (status) => t(`answers:status.${status}`))
        : parsed(MissionStatus, value, (status) => t(`answers:mission-status.${status}`));
    case 'date':
      return parsed(PartialDate, value, formats.date);
    case 'mode':
      return parsed(MissionMode, value, (mode) => t(`answers:mode.${mode}`));
    case 'kind':
      return parsed(OrganisationKind, value, (one) => t(`answers:organisation-kind.${one}`, { count: 1 }));
    case 'title':
    case 'name':
      return parsed(Localized, value, (text) => told(text, view));
    case 'theme':
      return typeof value === 'string' ? themeName(value, view) : undefined;
    case 'city':
      return typeof value === 'string' ? partyName(value, view) : undefined;
    case 'cities':
    case 'hosts':
    case 'travellers':
    case 'participants':
      return Array.isArray(value) ? partyNames(value.map(String), view) : undefined;
    case 'partners':
    case 'organisations':
      return Array.isArray(value)
        ? formats.list(value.map((id) => organisationName(String(id), view)))
        : undefined;
    default:
      return undefined;
  }
}

function themeName(id: string, view: View): string {
  const theme = view.programme.themes.get(id);
  return theme === undefined ? id : told(theme.name, view);
}

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** A change of long ago may hold a value that the schema no longer knows: then it has no words. */
function parsed<T>(schema: Parser<T>, value: unknown, words: (value: T) => string): string | undefined {
  const result = schema.safeParse(value);
  return result.success ? words(result.data) : undefined;
}
