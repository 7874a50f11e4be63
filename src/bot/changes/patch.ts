import type { FieldChange } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import type { Mission } from '../../programme/schema.js';
import { fieldOf, type Item, type Json, sameValue, titleOf } from './record.js';
import type { Values } from './values.js';

/** A record's fields after the values: those that come out different. */
export function patchOf(item: Item, values: Values): FieldChange[] {
  return Object.entries(afterOf(item, values)).flatMap(([field, after]) => {
    const before = fieldOf(item, field);
    return after === undefined || sameValue(before, after) ? [] : [{ field, before, after }];
  });
}

function afterOf(item: Item, values: Values): Readonly<Record<string, Json | undefined>> {
  const { status, date, mode, theme, cities, partners, city, kind } = values;
  const title = values.title === undefined ? undefined : { ...titleOf(item), ...values.title };
  switch (item.kind) {
    case 'mission': {
      const { record } = item;
      const summary = renamed(record.title, record.summary, title);
      return { status, date, title, summary, organisations: partners, mode, ...partiesOf(record, values) };
    }
    case 'pilot':
      return {
        status,
        title,
        about: renamed(item.record.title, item.record.about, title),
        theme,
        cities,
        partners,
      };
    case 'partner':
      return { name: title, city, kind };
  }
}

/** A description that only repeats the title goes along with it. */
function renamed(
  title: Localized,
  description: Localized,
  after: Localized | undefined,
): Localized | undefined {
  return after !== undefined && sameValue(title, description) ? after : undefined;
}

/** Who goes where. A virtual mission has neither travellers nor hosts: whoever is named takes part. */
function partiesOf(mission: Mission, { from, to, mode }: Values): Readonly<Record<string, Json>> {
  if (from === undefined && to === undefined && mode === undefined) return {};
  const { hosts, travellers, participants } = mission;
  if ((mode ?? mission.mode) === 'virtual') {
    const named =
      from === undefined && to === undefined
        ? [...travellers, ...hosts, ...participants]
        : [...(from ?? []), ...(to ?? [])];
    return { travellers: [], hosts: [], participants: [...new Set(named)] };
  }
  const moved = new Set([...(from ?? []), ...(to ?? [])]);
  return {
    travellers: from ?? travellers,
    hosts: to ?? hosts,
    participants: participants.filter((id) => !moved.has(id)),
  };
}
