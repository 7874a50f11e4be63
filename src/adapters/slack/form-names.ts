import * as z from 'zod';
import type { FormName } from './surfaces.js';

export const formNames = ['update', 'mission', 'pilot', 'digest'] as const satisfies readonly FormName[];

/** The `action_id` of a button that opens a form, and the form's `callback_id`. */
export function formActionId(form: FormName): string {
  return `form:${form}`;
}

export function formOf(id: string): FormName | undefined {
  return formNames.find((form) => formActionId(form) === id);
}

const Opened = z.object({ channel: z.string().min(1) });

/** What a view remembers: the conversation that it was opened from, where its results belong. */
export function openedFrom(channel: string): string {
  return JSON.stringify({ channel } satisfies z.infer<typeof Opened>);
}

/** The conversation that a view was opened from; `undefined` when the view does not say. */
export function originOf(privateMetadata: string | undefined): string | undefined {
  try {
    return Opened.safeParse(JSON.parse(privateMetadata ?? '')).data?.channel;
  } catch {
    return undefined;
  }
}
