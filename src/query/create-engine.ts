import type { Locale } from '../programme/localized.js';
import type { Day } from '../programme/partial-date.js';
import type { Programme } from '../programme/programme.js';
import type { Answer } from './answer.js';
import { answerQuery } from './answer-query.js';
import type { Circumstances, QueryEngine } from './engine.js';
import { explainReading } from './explain.js';
import type { Explanation } from './explanation.js';
import { MissionIndex } from './filter/mission-index.js';
import { PilotIndex } from './filter/pilot-index.js';
import { findRecords } from './find.js';
import { passGate } from './gate/pass-gate.js';
import { languageOf } from './language.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { Mentions } from './lexicon/mentions.js';
import { Names } from './lexicon/names.js';
import { buildVocabulary } from './lexicon/vocabulary.js';
import { inOverview } from './overview-words.js';
import type { Query } from './query.js';
import { type Knowledge, read } from './reading/read.js';

class Engine implements QueryEngine {
  readonly #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  ask(text: string, circumstances: Circumstances): Answer {
    const reading = read(text, circumstances, this.#knowledge);
    const { today, intent } = circumstances;
    const { answer } = passGate(reading, this.#knowledge, today);
    const isOpen = answer.outcome === 'decline' || answer.outcome === 'suggest';
    if (!isOpen || intent !== undefined) return answer;
    return inOverview(reading, this.#knowledge, today) ?? answer;
  }

  run(query: Query, today: Day): Answer {
    return answerQuery(query, this.#knowledge, today, []);
  }

  explain(text: string, circumstances: Circumstances): Explanation {
    const reading = read(text, circumstances, this.#knowledge);
    return explainReading(reading, passGate(reading, this.#knowledge, circumstances.today).reason);
  }

  find(words: string): ReturnType<QueryEngine['find']> {
    return findRecords(words, this.#knowledge);
  }

  languageOf(text: string): Locale | undefined {
    return languageOf(text, this.#knowledge);
  }

  with(programme: Programme): QueryEngine {
    if (programme === this.#knowledge.programme) return this;
    const { vocabulary, names, missions, pilots, mentions } = this.#knowledge;
    return new Engine({
      vocabulary,
      mentions,
      programme,
      names: names.with(programme),
      missions: missions.with(programme),
      pilots: pilots.with(programme),
    });
  }
}

/** Makes the query core for a programme, with the words of both languages. */
export function createQueryEngine(programme: Programme, lexicon: Lexicon): QueryEngine {
  const vocabulary = buildVocabulary(lexicon);
  return new Engine({
    programme,
    vocabulary,
    mentions: new Mentions(vocabulary),
    names: Names.of(programme, vocabulary),
    missions: MissionIndex.of(programme),
    pilots: new PilotIndex(programme),
  });
}
