import { expect, test } from 'vitest';
import { conversation, gist, shippedEngine, TODAY } from '../../support/query-core.js';

test('a question takes what it misses from the one before, and says so', () => {
  const ask = conversation();
  expect(gist(ask('Who went to Nanjing?'))).toBe('missions: 2019-06-rome-granada-to-nanjing');
  expect(gist(ask('and to Kunming?'))).toBe('missions: 2018-11-eu-to-yantai-kunming');
  const when = ask('when was that?');
  expect(gist(when)).toBe('missions: 2018-11-eu-to-yantai-kunming');
  expect(when).toMatchObject({ query: { ask: 'when' }, remarks: [{ kind: 'carried', words: ['Kunming'] }] });
  expect(gist(ask('and in 2020?'))).toBe('missions:');
});

test('a city takes the part of the city that it replaces', () => {
  const ask = conversation();
  ask('去年秋天罗马去过哪些中国城市？');
  expect(gist(ask('那格拉纳达呢？'))).toBe('city: yantai liuzhou');
  expect(gist(ask('那2018年呢？'))).toBe('city:');
});

test('what it was about stays when something else is asked of it', () => {
  const ask = conversation();
  ask('What is the wine institute about?');
  expect(gist(ask('who is in it?'))).toBe('partners: tuscia yantai-univ setel changyu');
  expect(gist(ask('what is its status?'))).toBe('status: wine-institute');
  expect(gist(ask('and the research platform?'))).toBe('status: research-platform');
});

test('a question that stands by itself takes nothing', () => {
  const ask = conversation();
  ask('missions to Nanjing');
  expect(gist(ask('Which pilots does Haikou have?'))).toBe('pilots: nice-carnival granada-haikou-tourism');
  expect(gist(ask('thanks!'))).toBe('help');
});

test('what points back to nothing is not answered', () => {
  expect(gist(shippedEngine.ask('when was that?', { today: TODAY }))).toBe('suggest');
  expect(gist(shippedEngine.ask('what is its status?', { today: TODAY }))).toBe('suggest');
});
