import type { Languages } from '../i18n/languages.js';
import { Locale } from '../programme/localized.js';
import { splitDate } from './changes/typed.js';
import { isWord, restBehind } from './changes/vocabulary.js';
import { type Courtesy, courtesyOf, yesOrNoOf } from './courtesy.js';
import type { Invocation } from './invocation.js';
import type { ListTalk, ListTalkReader } from './list-talk.js';
import type { Offered } from './memory.js';
import type { CommandRegistry, Match } from './registry.js';
import { splitWords } from './words.js';

/** What typed words ask for. */
export type Asked =
  | { kind: 'invocation'; invocation: Invocation }
  /** A number that is not in the open list, which goes from `first` to `last`; without them no list is open. */
  | { kind: 'no-such-number'; range?: { first: number; last: number } }
  /** Begins with `/` and no command follows. */
  | { kind: 'unknown-command'; word: string }
  /** More of what is shown in full already. */
  | { kind: 'no-more'; offered: Offered }
  /** Words that ask nothing: thanks, a complaint, goodbye, or a yes or no where nothing was asked. */
  | { kind: 'courtesy'; courtesy: Courtesy }
  /** Yes or no, while a proposal waits for its own two words. */
  | { kind: 'yes-or-no' };

/** What typed words are read with. */
export interface Understanding {
  commands: CommandRegistry;
  languages: Languages;
  listTalk: ListTalkReader;
  /** What this person's last reply here offered by number. */
  offered: Offered | undefined;
  /** Whether words name a record of the programme. */
  namesItem: (words: string) => boolean;
  /** Whether a proposal of this person waits here. */
  proposalWaits: () => boolean;
}

const emptyOrPunctuation = /^[\s\p{P}]*$/u;

/** Turns typed words into an invocation: a number of the open list, a command, or a question. Nothing typed asks for help. */
export function understandWords(
  text: string,
  { commands, languages, listTalk, offered, namesItem, proposalWaits }: Understanding,
): Asked {
  const typed = text.normalize('NFKC').trim();
  if (emptyOrPunctuation.test(typed)) return invoke('help', { short: true });
  const said = listTalk.read(typed);
  if (said?.kind === 'more' && proposalWaits() && !offered?.invocations.some(goesOn))
    return { kind: 'yes-or-no' };
  const chosen = said && choose(said, offered);
  if (chosen !== undefined) return chosen;
  const match = matchOf(text, commands, languages, namesItem);
  if (match !== undefined) return invokeMatch(match, text);
  if (typed.startsWith('/')) return { kind: 'unknown-command', word: typed.slice(1).split(/\s/u)[0] ?? '' };
  const locale = languageAsked(typed, languages);
  if (locale !== undefined) return invoke('language', { choice: locale });
  const yesOrNo = yesOrNoOf(typed, languages);
  if (yesOrNo !== undefined && proposalWaits()) return { kind: 'yes-or-no' };
  if (yesOrNo !== undefined && offered?.asks) return readYesOrNo(yesOrNo, offered);
  const courtesy = courtesyOf(typed, languages) ?? (yesOrNo && 'fine');
  return courtesy === undefined ? invoke('ask', { text }) : { kind: 'courtesy', courtesy };
}

/** The language that words ask for and nothing else: "in English, please", 说中文. */
function languageAsked(typed: string, languages: Languages): Locale | undefined {
  const words = typed.replace(/[\s\p{P}]+/gu, ' ');
  return Locale.options.find((locale) => isWord(languages, `bot:language.asked.${locale}`, words));
}

/** Commands whose words behind a "please" begin no question, whatever follows them. */
const plain: ReadonlySet<string> = new Set(['announce', 'cancel', 'digest', 'grant', 'postpone', 'revoke']);

/** The command that a text begins with; behind a "please" it must be plain that it is one ("please update me on …"). */
function matchOf(
  text: string,
  commands: CommandRegistry,
  languages: Languages,
  namesItem: (words: string) => boolean,
): Match | undefined {
  const isOfCommand = (rest: string) => isObject(languages, rest, namesItem);
  const match = commands.match(text, isOfCommand);
  const asked = match === undefined ? restBehind(languages, 'changes:word.polite', text.trim()) : undefined;
  const polite = asked === undefined ? undefined : commands.match(asked, isOfCommand);
  if (polite === undefined) return match;
  const { command, rest } = polite;
  if (rest === '') return command.asksQuestion ? undefined : polite;
  return plain.has(command.name) || (command.mutates && isOfCommand(rest)) ? polite : undefined;
}

/** Whether words can be what a command is about: a record, a number, values, or a record and the date it is moved to. */
function isObject(languages: Languages, rest: string, namesItem: (words: string) => boolean): boolean {
  const { head, pairs } = splitWords(rest);
  if (pairs.length > 0 || /^\d+$/u.test(rest.normalize('NFKC'))) return true;
  return namesItem(head) || namesItem(splitDate(languages, head).words);
}

/** What was said to the open list; `undefined` when it can be no talk to a list ("more" where nothing was shown). */
function choose(said: ListTalk, offered: Offered | undefined): Asked | undefined {
  const { first = 1, invocations = [] } = offered ?? {};
  if (said.kind === 'more') {
    const next = invocations.find(goesOn);
    if (next !== undefined) return { kind: 'invocation', invocation: next };
    return offered && { kind: 'no-more', offered };
  }
  const invocation = invocations[said.number - first];
  if (invocation !== undefined) return { kind: 'invocation', invocation };
  return noSuchNumber(first, invocations.length);
}

/** A yes takes the only thing that was meant, perhaps; of several it must be told which. */
function readYesOrNo(said: 'yes' | 'no', offered: Offered): Asked {
  if (said === 'no') return { kind: 'courtesy', courtesy: 'otherwise' };
  const [only, ...others] = offered.invocations;
  return only !== undefined && others.length === 0
    ? { kind: 'invocation', invocation: only }
    : noSuchNumber(offered.first, offered.invocations.length);
}

function noSuchNumber(first: number, count: number): Asked {
  return count === 0
    ? { kind: 'no-such-number' }
    : { kind: 'no-such-number', range: { first, last: first + count - 1 } };
}

/** Whether an invocation shows the next part of a long list. */
function goesOn({ args }: Invocation): boolean {
  return typeof args === 'object' && args !== null && 'from' in args;
}

function invokeMatch({ command, rest, typed }: Match, text: string): Asked {
  const args = command.asksQuestion ? { text, rest } : command.read(splitWords(rest), typed);
  // Raw arguments are plain data by the contract of `read`; the command's schema checks them before it runs.
  return invoke(command.name, args as Invocation['args']);
}

function invoke(command: string, args: Invocation['args']): Asked {
  return { kind: 'invocation', invocation: { command, args } };
}
