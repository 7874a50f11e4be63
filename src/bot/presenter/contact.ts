import type { Body } from './body.js';
import { facetQuery } from './queries.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { told } from './words.js';

/** Whom to write to, and what for. */
export function contactBody(view: View): Body {
  const { t } = view.language;
  const { contact, name, source } = view.programme.overview;
  return {
    blocks: [
      { kind: 'heading', text: told(contact.name, view) },
      { kind: 'text', text: told(contact.about, view) },
      { kind: 'facts', facts: [{ label: t('answers:label.email'), value: contact.email }] },
    ],
    choices: [choiceOf(facetQuery('overview', 'summary'), view)],
    shown: [{ title: told(name, view), document: source.document }],
  };
}
