// Exact and misleading answers, and questions a second, on every third question of the tests: the query core; nlp.js (@nlpjs/basic) trained on
// the other two thirds; MiniSearch over what the records say. The core has learnt from no question, but its lexicon was written by
// people who had read these; the shares of the peers show what such questions ask for.
import { dockStart } from '@nlpjs/basic';
import MiniSearch from 'minisearch';
import { clock, goldQuestions } from '../support/asking.mjs';
import { buildModules } from '../support/writer-build.mjs';
import { report } from './report.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
const TODAY = '2020-11-15';
const modules = await buildModules('test/support/query-core', 'test/support/score');
const { shipped, shippedEngine } = await import(modules.path('test/support/query-core'));
const { judge } = await import(modules.path('test/support/score'));
modules.remove();

const questions = goldQuestions();
const asked = questions.filter((_, i) => i % 3 === 2);
const known = questions.filter((_, i) => i % 3 !== 2);
const nothing = { outcome: 'suggest', suggestions: [] };
const found = (intent, items) => ({ outcome: 'answer', query: { intent }, items });
/** Neither peer cuts Chinese into words; characters do better than whole sentences. */
const spaced = (text) => text.replace(/\p{Script=Han}/gu, ' $& ').toLowerCase();

async function nlpJs() {
  const dock = await dockStart({
    settings: { nlp: { log: false, autoSave: false, autoLoad: false } },
    use: ['Basic'],
  });
  const nlp = dock.get('nlp');
  nlp.addLanguage('en');
  for (const { text, intent, expect } of known)
    nlp.addDocument('en', spaced(text), JSON.stringify([intent, expect.items ?? []]));
  const { log } = console;
  console.log = () => undefined; // it tells every epoch, whatever its settings
  await nlp.train();
  console.log = log;
  return async ({ text }) => {
    const { intent, score } = await nlp.process('en', spaced(text));
    if (intent === 'None' || score < 0.5) return nothing;
    const [name, items] = JSON.parse(intent);
    return name === 'none' ? nothing : name === 'help' ? { outcome: 'help' } : found(name, items);
  };
}

function miniSearch() {
  const said = (record) => JSON.stringify(record);
  const kinds = {
    missions: shipped.missions,
    pilots: shipped.pilots,
    partners: shipped.organisations,
    city: shipped.cities,
  };
  const documents = Object.entries(kinds).flatMap(([kind, records]) =>
    [...records.values()].map((record) => ({
      id: `${kind} ${record.id}`,
      kind,
      record: record.id,
      text: spaced(said(record)),
    })),
  );
  const index = new MiniSearch({
    fields: ['text'],
    storeFields: ['kind', 'record'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(documents);
  return ({ text }) => {
    const results = index.search(spaced(text));
    const [best] = results;
    if (best === undefined) return nothing;
    const near = results.filter(({ kind, score }) => kind === best.kind && score > best.score * 0.7);
    return found(
      best.kind,
      near.map(({ record }) => record),
    );
  };
}

const ways = {
  'query core': ({ text, now = TODAY }) => shippedEngine.ask(text, { today: now }),
  'nlp.js': await nlpJs(),
  MiniSearch: miniSearch(),
};
const figures = {};
for (const [name, answer] of Object.entries(ways)) {
  const verdicts = [];
  for (const question of asked) verdicts.push(judge(question, await answer(question)));
  const share = (verdict) =>
    Number(((100 * verdicts.filter((one) => one === verdict).length) / verdicts.length).toFixed(1));
  // nlp.js answers in promises; one at a time, as a chat would ask.
  const began = performance.now();
  let count = 0;
  if (name === 'nlp.js')
    for (; performance.now() - began < SECONDS * 1000; count += 1) await answer(asked[count % asked.length]);
  const perSecond =
    count > 0
      ? Math.round((1000 * count) / (performance.now() - began))
      : clock(asked, answer, { warmUp: 20, seconds: SECONDS }).perSecond;
  figures[name] = { exact: share('exact'), misleading: share('misleading'), perSecond };
}

const ours = figures['query core'];
const ratio = (a, b) => (b === 0 ? '' : Number((a / b).toFixed(2)));
report(
  Object.entries(figures)
    .filter(([name]) => name !== 'query core')
    .flatMap(([name, peer]) => [
      {
        bench: 'understanding',
        figure: `exact answers, %, beside ${name}`,
        ours: ours.exact,
        peer: peer.exact,
        ratio: ratio(ours.exact, peer.exact),
        goal: 'at least 97',
      },
      {
        bench: 'understanding',
        figure: `misleading answers, %, beside ${name}`,
        ours: ours.misleading,
        peer: peer.misleading,
        ratio: ratio(ours.misleading, peer.misleading),
        goal: 'at most 2',
      },
      {
        bench: 'understanding',
        figure: `the same questions, a second, beside ${name}`,
        ours: ours.perSecond,
        peer: peer.perSecond,
        ratio: ratio(ours.perSecond, peer.perSecond),
        goal: '20,000',
      },
    ]),
);
