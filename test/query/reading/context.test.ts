import { expect, test } from 'vitest';
import { gist, shippedEngine, TODAY } from '../../support/query-core.js';

const ask = (text: string) => gist(shippedEngine.ask(text, { today: TODAY }));

test.each([
  [
    'Our concierge wants to brag about it at supper. Who went to Nanjing?',
    'missions: 2019-06-rome-granada-to-nanjing',
  ],
  [
    'A translator from Liuzhou phoned twice today. When did Haikou visit Nice?',
    'missions: 2019-10-haikou-to-nice',
  ],
  ['Small favour, my dean is nagging me: how far along is the wine institute?', 'status: wine-institute'],
  [
    'Herr Maier wonders whether he may delete the file – who went to Nanjing?',
    'missions: 2019-06-rome-granada-to-nanjing',
  ],
  [
    'Dear Sir or Madam, I am one of the alumni of Luiss. Which pilots does our school have? Kind regards, A. Okonkwo',
    'pilots: summer-smart-tourism',
  ],
  ['Hello Mrs Lindqvist, who went to Nanjing?', 'missions: 2019-06-rome-granada-to-nanjing'],
])('what is told before the question needs no explanation: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  [
    'A scrapbook holds a photograph from October 2019 and no caption. Which trip could that be?',
    'missions: 2019-10-haikou-to-nice',
  ],
  [
    'I owe the board a page on the year 2018. Which missions were there?',
    'missions: 2018-09-cn-to-rome-nice-granada 2018-11-eu-to-yantai-kunming',
  ],
  [
    'My niece studies biotechnology in Granada. Is there any exchange for her?',
    'pilots: granada-kunming-exchange',
  ],
  ['The wine institute has been cancelled. Is that true?', 'status: wine-institute'],
])('what the question leaves out is taken from the sentence before: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  'I sat beside a Doctor Okonkwo at supper. What does she do in the programme?',
  'Somebody from Ulm called. Did they visit Liuzhou?',
  'Who went to Nanjing with Dr Okonkwo?',
  'I live in Quito. Which missions visited us?',
  'There is a pilot on tea, I hear. Who is in it?',
  'The office in Oslo wrote about a trip to China. When was it?',
  'There is gossip that Ulm will join. Is that true?',
  'Please list the missions of 2019, and quickly: which led to squabbles?',
])('a stranger to whom the question points is not left out of it: %s', (text) => {
  expect(ask(text)).not.toMatch(/^(missions|pilots|partners|city|status)/);
});

test.each([
  [
    'My boss is flying to Kunming on Monday and asked which pilots we have there.',
    'pilots: granada-kunming-exchange',
  ],
  [
    'The lady at the reception would love to know who went to Nanjing',
    'missions: 2019-06-rome-granada-to-nanjing',
  ],
  [
    'Although it was raining cats and dogs, who went to Nanjing?',
    'missions: 2019-06-rome-granada-to-nanjing',
  ],
  ['Our rector would like to meet Sapienza. What is it doing in the programme?', 'partners: sapienza'],
  ['Ms Virtanen insists that Haikou has been to Nice', 'missions: 2019-10-haikou-to-nice'],
  [
    'I chair a twinning club and would love to learn which Chinese cities Granada has been to',
    'city: yantai liuzhou nanjing',
  ],
  ['We spoke of the wine institute. And what about art?', 'pilots: art-prizes'],
  [
    'It was in May 2020. Who met online that month?',
    'missions: 2020-05-liuzhou-experts-briefing 2020-05-yantai-rome-exchange',
  ],
  ['My children live in Nice and talk about the carnival. What exactly is planned?', 'pilots: nice-carnival'],
  ['Word has it that Haikou wants a carnival. Who is in it?', 'pilots: nice-carnival'],
  ['I was asked to give a talk on art. Which pilots are there?', 'pilots: art-prizes'],
  ['Greetings from Haikou! Where have we been?', 'missions: 2019-10-haikou-to-nice'],
  ['A florist asks about carnivals: which pilot is about that?', 'pilots: nice-carnival'],
  ['I slept through the webinars. When were they?', 'missions: 2019-04-brussels-forum-rome-roundtable'],
])('what leads to the question within its sentence is set apart: %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  'Did our mayor travel to Kunming?',
  'Our mayor wants to know the budget of the wine institute',
  'We need the missions to Ulm, of which I know nothing',
])('what is asked of somebody, or of a place, that is not held is declined: %s', (text) => {
  expect(ask(text)).toMatch(/^decline/);
});

test.each([
  ['I’m told Haikou travelled to Nice. When?', 'When did Haikou travel to Nice?'],
  ['I hear that Rome and Granada always went as a pair. When?', 'When did Rome and Granada travel together?'],
  ['听说海口去过尼斯。什么时候？', '海口什么时候去的尼斯？'],
])('what the speaker has heard is asked about with all that it tells: %s', (text, plain) => {
  expect(ask(text)).toBe(ask(plain));
  expect(ask(text)).toMatch(/^missions: ./);
});

test('what the speaker does is not asked about', () => {
  expect(ask('I travelled to Nice. When did Haikou go there?')).toBe('missions: 2019-10-haikou-to-nice');
  expect(ask('I am going to Nice. When was Haikou there?')).toBe('missions: 2019-10-haikou-to-nice');
});

test.each([
  [
    'I still owe the office a report on June 2019. Where did the Rome and Granada people go that month?',
    'missions: 2019-06-rome-granada-to-liuzhou 2019-06-rome-granada-to-nanjing',
  ],
])('a time that was told before is meant by "that month": %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test('a clause of the question stays with it when another sentence is left aside', () => {
  expect(ask('第二次赴欧，海口代表团去了哪座城市？我要写进大事记')).toBe(
    ask('第二次赴欧，海口代表团去了哪座城市？'),
  );
  expect(ask('第一次来华，欧洲代表团去了哪几座城市？我要写进大事记')).toBe(
    ask('第一次来华，欧洲代表团去了哪几座城市？'),
  );
});

test('what is said behind a question does not change which meetings it is of', () => {
  expect(ask('Which meeting was the last one in person? It all went online after that.')).toBe(
    ask('Which meeting was the last one in person?'),
  );
  expect(ask('最后一次面对面的会是哪次？后来就都线上了。')).toBe(ask('最后一次面对面的会是哪次？'));
});
