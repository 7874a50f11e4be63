import type { Invocation } from './invocation.js';
import type { Offered } from './memory.js';
import type { CommandRegistry, Match } from './registry.js';
import { splitWords } from './words.js';

/** What typed words ask for. */
export type Asked =
  | { kind: 'invocation'; invocation: Invocation }
  /** A number of no open list; `count` is how many the last list had. */
  | { kind: 'no-such-number'; count: number }
  /** Begins with `/` and no command follows. */
  | { kind: 'unknown-command'; word: string };

const number = /^[#(（]?(\d{1,3})[)）.、。]?$/u;
const emptyOrPunctuation = /^[\s\p{P}]*$/u;

/** Turns typed words into an invocation: a number of the open list, a command, or a question. Nothing typed asks for help. */
export function understandWords(
  text: string,
  commands: CommandRegistry,
  offered: Offered | undefined,
): Asked {
  const typed = text.normalize('NFKC').trim();
  if (emptyOrPunctuation.test(typed)) return invoke('help', { short: true });
  const numbered = number.exec(typed)?.[1];
  if (numbered !== undefined) return choose(Number(numbered), offered);
  const match = commands.match(text);
  if (match !== undefined) return invokeMatch(match, text);
  if (typed.startsWith('/')) return { kind: 'unknown-command', word: typed.slice(1).split(/\s/u)[0] ?? '' };
  return invoke('ask', { text });
}

function choose(position: number, offered: Offered | undefined): Asked {
  const invocation = offered?.invocations[position - 1];
  if (invocation !== undefined) return { kind: 'invocation', invocation };
  return { kind: 'no-such-number', count: offered?.invocations.length ?? 0 };
}

function invokeMatch({ command, rest, typed }: Match, text: string): Asked {
  const args = command.asksQuestion ? { text, rest } : command.read(splitWords(rest), typed);
  // Raw arguments are plain data by the contract of `read`; the command's schema checks them before it runs.
  return invoke(command.name, args as Invocation['args']);
}

function invoke(command: string, args: Invocation['args']): Asked {
  return { kind: 'invocation', invocation: { command, args } };
}
