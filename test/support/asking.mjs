import { readFileSync } from 'node:fs';

/** Questions of every kind about a programme's own records, in both languages: as many as asked for, the same each time. */
export function questionsAbout(programme, count) {
  const at = (records, i) => records[(i * 7919) % records.length];
  const cities = [...programme.cities.values()].filter(({ participant }) => participant);
  const pilots = [...programme.pilots.values()];
  const partners = [...programme.organisations.values()];
  const topics = [...programme.topics.values()];
  const years = [...programme.missions.values()].map(({ date }) => date.slice(0, 4));
  const forms = [
    ({ a }) => `Who went to ${a.en}?`,
    ({ a, b }) => `When did ${a.en} visit ${b.en}?`,
    ({ a, year }) => `How many missions did ${a.en} host in ${year}?`,
    ({ a, year }) => `missions ${a.en} ${year}`,
    ({ a, b }) => `Has anybody from ${a.en} ever been to ${b.en} in person?`,
    ({ a }) => `What was the last mission of ${a.en}, please?`,
    ({ a, year }) => `Which cities did ${a.en} visit in the first half of ${year}?`,
    ({ a }) => `Which pilots is ${a.en} involved in?`,
    ({ pilot }) => `Who is in ${pilot.en}?`,
    ({ pilot }) => `How far along is ${pilot.en}?`,
    ({ partner }) => `Tell me about ${partner.en}`,
    ({ topic }) => `Are there projects on ${topic.en}?`,
    ({ a }) => `missions to ${a.en.slice(0, 3)}${a.en.slice(4)} online`,
    ({ a }) => `What is the budget of ${a.en}?`,
    () => 'Trips to Reykjavik?',
    ({ a }) => `谁去过${a.zh}？`,
    ({ a, b }) => `${a.zh}什么时候去的${b.zh}`,
    ({ a, year }) => `${year}年${a.zh}接待过几次代表团？`,
    ({ a, year }) => `${year}年下半年${a.zh}有哪些线上交流`,
    ({ a, b }) => `${a.zh}有没有去过${b.zh}？`,
    ({ a }) => `${a.zh}最近一次出访是什么时候`,
    ({ a }) => `${a.zh}参与了哪些试点`,
    ({ pilot }) => `${pilot.zh}有哪些合作单位`,
    ({ pilot }) => `${pilot.zh}现在进展如何`,
    ({ partner }) => `请介绍一下${partner.zh}`,
    ({ topic }) => `有没有${topic.zh}方面的项目`,
    ({ a }) => `${a.zh}的人口是多少`,
    () => '昆山去过哪些城市',
  ];
  return Array.from({ length: count }, (_, i) =>
    forms[i % forms.length]({
      a: at(cities, i).name,
      b: at(cities, i + 1).name,
      year: at(years, i),
      pilot: at(pilots, i).title,
      partner: at(partners, i).name,
      topic: at(topics, i).name,
    }),
  );
}

/** The questions of the tests, with what people expect. */
export function goldQuestions() {
  const file = new URL('../query/questions.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Asks everything in turn for some seconds after a warm-up. Returns questions a second and the slowest 1 %, in ms. */
export function clock(questions, ask, { warmUp = 3, seconds = 3 } = {}) {
  for (let round = 0; round < warmUp; round += 1) for (const question of questions) ask(question);
  const times = [];
  const began = performance.now();
  for (let i = 0; performance.now() - began < seconds * 1000; i += 1) {
    const start = performance.now();
    ask(questions[i % questions.length]);
    times.push(performance.now() - start);
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  times.sort((a, b) => a - b);
  return {
    perSecond: Math.round((1000 * times.length) / total),
    p99: Number(times[Math.floor(times.length * 0.99)].toFixed(3)),
  };
}
