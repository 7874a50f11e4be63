// Questions a second and the slowest 1 % of the query core: on the shipped programme, and on invented ones of 1,000 and 100,000 missions.

import { clock, goldQuestions, questionsAbout } from '../support/asking.mjs';
import { buildModules } from '../support/writer-build.mjs';
import { report } from './report.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const modules = await buildModules(
  'test/support/query-core',
  'test/support/generated-programme',
  'src/programme/snapshot',
  'src/query/create-engine',
);
const load = (module) => import(modules.path(module));
const [
  { shipped, shippedEngine, lexicon },
  { generatedDataset },
  { createProgramme },
  { createQueryEngine },
] = await Promise.all([
  load('test/support/query-core'),
  load('test/support/generated-programme'),
  load('src/programme/snapshot'),
  load('src/query/create-engine'),
]);
modules.remove();

const TODAY = '2020-11-15';
const round = (ratio) => Number(ratio.toFixed(2));
const speed = (engine, questions) =>
  clock(questions, (text) => engine.ask(text, { today: TODAY }), { warmUp: 20, seconds: SECONDS });
const row = (figure, ours, goal, peer = {}) => ({ bench: 'query', figure, ours, ...peer, goal });

const people = speed(
  shippedEngine,
  goldQuestions().map(({ text }) => text),
);
const own = speed(shippedEngine, questionsAbout(shipped, 560));
const rows = [
  row('people’s questions, shipped programme, a second', people.perSecond, '20,000'),
  row('people’s questions, shipped programme, p99 ms', people.p99, 'under 0.3'),
  row('every form of question, shipped programme, a second', own.perSecond, '20,000'),
  row('every form of question, shipped programme, p99 ms', own.p99, 'under 0.3'),
];
for (const missions of [1_000, 100_000]) {
  const programme = createProgramme(generatedDataset({ missions }));
  const began = performance.now();
  const engine = createQueryEngine(programme, lexicon);
  const made = performance.now() - began;
  const { perSecond, p99 } = speed(engine, questionsAbout(programme, 560));
  const named = missions.toLocaleString('en');
  rows.push(
    row(`the same forms, ${named} missions, a second`, perSecond, 'at most 3 × slower', {
      peer: own.perSecond,
      ratio: round(own.perSecond / perSecond),
    }),
    row(`the same forms, ${named} missions, p99 ms`, p99, 'under 0.3'),
    row(`making the engine for ${named} missions, ms`, Math.round(made), ''),
  );
  const [id, mission] = [...programme.missions].at(-1);
  const changed = {
    ...programme,
    missions: new Map(programme.missions).set(id, { ...mission, status: 'cancelled' }),
  };
  const changing = performance.now();
  engine.with(changed).ask('missions 2015', { today: TODAY });
  rows.push(
    row(`one change among ${named} missions, and a question, ms`, round(performance.now() - changing), ''),
  );
}
report(rows);
