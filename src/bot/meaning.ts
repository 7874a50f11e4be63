import type { Language, Languages } from '../i18n/languages.js';
import type { Programme } from '../programme/programme.js';
import { comparable, standing, standingWords } from './changes/vocabulary.js';
import { spaced, withoutAll } from './plain-words.js';
import { text } from './replies.js';
import type { Reply } from './reply.js';

/** General terms that documents of such programmes use. */
const terms = ['mou', 'sdg', 'sme', 'mice', 'bim', 'gis'] as const;

/** What a question asks the meaning of: the word as it was typed, and a general term or a short form in the programme's name. */
export type MeaningAsked = { word: string } & ({ term: (typeof terms)[number] } | { shortForm: string });

/**
 * Whether words ask only what another word means: "What is an MoU?", 备忘录是什么意思, "what does … stand for?". What the
 * programme holds of that word is another question.
 */
export function meaningAsked(
  typed: string,
  languages: Languages,
  { overview }: Pick<Programme, 'overview'>,
): MeaningAsked | undefined {
  const said = spaced(typed);
  const asks = standingWords(languages, 'bot:meaning.asks');
  if (!asks.some((word) => said.includes(word))) return undefined;
  const word = withoutAll(said, [...asks, ...standingWords(languages, 'bot:meaning.besides')]).trim();
  const term = terms.find((one) =>
    standingWords(languages, `bot:meaning.words.${one}`).includes(standing(word)),
  );
  if (term !== undefined) return { word, term };
  const own = comparable(Object.values(overview.shortName).join(' '));
  const shortForm = Object.values(overview.name)
    .flatMap((name) => name.match(/\b\p{Lu}{2,}\b/gu) ?? [])
    .find((one) => comparable(one) === word && !own.includes(word));
  return shortForm === undefined ? undefined : { word, shortForm };
}

/** What the word means, or that nothing tells it, in a sentence before what the programme holds of it. */
export function withMeaning(reply: Reply, asked: MeaningAsked, { t }: Language): Reply {
  const sentence =
    'term' in asked ? t(`bot:meaning.of.${asked.term}`) : t('bot:meaning.notTold', { word: asked.shortForm });
  return { ...reply, blocks: [text(sentence), ...reply.blocks] };
}
