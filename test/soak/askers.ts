import { memberOf } from '../e2e/slack-bot.js';
import type { Slack } from '../support/slack/slack.js';
import { until } from '../support/until.js';
import type { Gateway } from '../support/wechat/gateway.mjs';

/** A question and when its answers showed, in milliseconds since 1970. */
export interface Asked {
  who: string;
  question: string;
  at: number;
  answers(): number[];
}

/** People of one platform who ask in turn, and one among them who posts updates. */
export interface Askers {
  asked: Asked[];
  askNext(): Promise<void>;
  /** Proposes a note, and confirms it. */
  update(note: string): Promise<void>;
  /** Updates that the bot said it carried out. */
  acknowledged(): number;
}

/** So many people that nobody asks again before the last answer came. */
const PEOPLE = 60;
const ANSWER_WITHIN_MS = 60_000;

/** Each is answered in one message. */
const questions = [
  'Who went to Nanjing?',
  '烟台有哪些任务？',
  'status wine-institute',
  '下一个任务',
  'partners kunming',
  '昆山有什么试点？',
];

interface Shown {
  at: number;
  text: string;
}

/** How somebody says something, and all that the bot ever showed them. */
interface Person {
  says(text: string): Promise<unknown>;
  shown(): Shown[];
}

function askers(platform: string, person: (index: number) => Person): Askers {
  const asked: Asked[] = [];
  let acknowledged = 0;
  let next = 0;
  const coordinator = person(0);
  const people = Array.from({ length: PEOPLE }, (_, index) => person(index + 1));
  let updating: Promise<void> = Promise.resolve();

  async function hear(text: string): Promise<string> {
    const before = coordinator.shown().length;
    const at = Date.now();
    asked.push({
      who: `${platform} coordinator`,
      question: text,
      at,
      answers: () =>
        coordinator
          .shown()
          .slice(before, before + 1)
          .map((shown) => shown.at),
    });
    await coordinator.says(text);
    await until(`an answer to ${text}`, () => coordinator.shown().length > before, ANSWER_WITHIN_MS).catch(
      () => {},
    );
    return coordinator.shown()[before]?.text ?? '';
  }

  return {
    asked,
    async askNext() {
      const somebody = people[next % PEOPLE];
      const question = questions[next % questions.length];
      const turn = Math.floor(next / PEOPLE);
      const who = `${platform} ${next % PEOPLE}`;
      next += 1;
      if (somebody === undefined || question === undefined) return;
      // An answer belongs to the question that it followed; one too many shows at the last.
      const isLast = () => !asked.some((other) => other.who === who && other.at > at);
      const at = Date.now();
      asked.push({
        who,
        question,
        at,
        answers: () =>
          somebody
            .shown()
            .slice(turn, isLast() ? undefined : turn + 1)
            .map((shown) => shown.at),
      });
      await somebody.says(question);
    },
    update(note) {
      updating = updating.then(async () => {
        await hear(`update summer-precision-agri note="${note}"`);
        if (/change \d+/.test(await hear('confirm'))) acknowledged += 1;
      });
      return updating;
    },
    acknowledged: () => acknowledged,
  };
}

/** People who write to the bot directly. */
export function slackAskers(slack: Slack, root: () => string): Askers {
  return askers('slack', (index) => {
    slack.world.addUser(`U${index}`, { name: `Person ${index}` });
    const member = memberOf(slack, `U${index}`, 'http', root);
    const channel = member.direct;
    return {
      says: (text) => member.tells(text),
      shown: () => slack.botMessages(channel).map(({ ts, text }) => ({ at: Number(ts) * 1_000, text })),
    };
  });
}

export async function wechatAskers(gateway: Gateway): Promise<Askers> {
  for (let index = 0; index <= PEOPLE; index += 1)
    await gateway.contact({ id: `wxid_${index}`, name: `Person ${index}` });
  return askers('wechat', (index) => ({
    says: (text) => gateway.say({ from: `wxid_${index}`, to: 'bot', text }),
    shown: () =>
      gateway.said
        .filter(({ to }) => to === `wxid_${index}`)
        .map(({ at, text }) => ({ at, text: text ?? '' })),
  }));
}
