import { intervalOf } from '../../programme/partial-date.js';
import type { Found } from '../../query/answer.js';
import type { Facet } from '../../query/query.js';
import type { Block, Choice, Fact } from '../reply.js';
import type { Body } from './body.js';
import { tally } from './city-counts.js';
import { numbered } from './listing.js';
import { asking, facetQuery, queryFor } from './queries.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { capitalised, told } from './words.js';
import { yesOrNo } from './yes-or-no.js';

/** The programme as a whole, or the part of it that was asked for. */
export function overviewBody(found: Found, view: View): Body {
  const { t } = view.language;
  const { overview } = view.programme;
  const facet = found.facet ?? found.query.facet ?? (found.query.intent === 'themes' ? 'themes' : 'summary');
  // These parts are no records, so that only a yes is sure; finding none of them is no denial.
  const yes = found.query.ask === 'whether' && found.holds === true ? yesOrNo(found, view) : [];
  const heading: Block = {
    kind: 'heading',
    text: facet === 'summary' ? told(overview.name, view) : capitalised(t(`answers:facet.${facet}`)),
  };
  if (facet === 'period') return periodBody(view);
  return {
    blocks: [...yes, heading, ...facetBlocks(facet, view)],
    choices: waysOn(facet, view),
    shown: [{ title: told(overview.name, view), document: overview.source.document }],
  };
}

/** When the cooperation runs, in one sentence. */
function periodBody(view: View): Body {
  const { overview } = view.programme;
  const text = view.language.t('answers:overview.period', { period: periodText(view) });
  return {
    blocks: [{ kind: 'text', text }],
    choices: waysOn('period', view),
    shown: [{ title: told(overview.name, view), document: overview.source.document }],
  };
}

function facetBlocks(facet: Facet, view: View): Block[] {
  const { overview, themes } = view.programme;
  switch (facet) {
    case 'themes':
      return [
        numbered(
          [...themes.values()].map((theme) => ({
            text: told(theme.name, view),
            invocation: asking(queryFor('pilots', 'list', { kind: 'theme', id: theme.id }), view),
          })),
        ),
      ];
    case 'sdgs':
      return [plain(overview.goals.map(({ number, name }) => goal(number, told(name, view), view)))];
    case 'urban-agenda':
      return [plain(overview.urbanAgenda.map(({ name }) => told(name, view)))];
    case 'focus':
      return [{ kind: 'text', text: told(overview.focus, view) }];
    case 'challenges':
      return [plain(overview.challenges.map((text) => told(text, view)))];
    case 'objectives':
      return [plain(overview.objectives.map((text) => told(text, view)))];
    case 'period':
      return [{ kind: 'text', text: periodText(view) }];
    case 'summary':
      return [
        { kind: 'text', text: told(overview.summary, view) },
        { kind: 'facts', facts: summaryFacts(view) },
      ];
  }
}

function plain(texts: readonly string[]): Block {
  return { kind: 'list', numbered: false, items: texts.map((text) => ({ text })) };
}

function goal(number: number, name: string, { language }: View): string {
  return language.t('answers:overview.goal', { number, name });
}

/** The period of the programme, as precise as its source. */
function periodText({ programme: { overview }, language }: View): string {
  const { from, to } = overview.period;
  return language.formats.range({ from: intervalOf(from).from, to: intervalOf(to).to });
}

function summaryFacts(view: View): Fact[] {
  const { t, formats } = view.language;
  const { overview, themes, cities, missions, pilots } = view.programme;
  const members = [...cities.values()].filter(({ participant }) => participant);
  return [
    { label: t('answers:label.period'), value: periodText(view) },
    { label: t('answers:label.cities'), value: formats.list(members.map(({ name }) => told(name, view))) },
    {
      label: t('answers:label.themes'),
      value: formats.list([...themes.values()].map(({ name }) => told(name, view))),
    },
    {
      label: t('answers:label.missions'),
      value: tally('missions', { named: missions.size, grouped: 0 }, view),
    },
    { label: t('answers:label.pilots'), value: tally('pilots', { named: pilots.size, grouped: 0 }, view) },
    { label: t('answers:label.contact'), value: overview.contact.email },
  ];
}

/** From the summary to missions and pilots; from one part of the overview to its neighbours. */
function waysOn(facet: Facet, view: View): Choice[] {
  if (facet === 'summary' || facet === 'period') {
    return [queryFor('missions', 'list'), queryFor('pilots', 'list'), facetQuery('themes', 'themes')].map(
      (query) => choiceOf(query, view),
    );
  }
  const neighbours = (['focus', 'challenges', 'objectives', 'sdgs'] as const).filter(
    (other) => other !== facet,
  );
  return neighbours.slice(0, 2).map((other) => choiceOf(facetQuery('themes', other), view));
}
