import type { Query } from '../query.js';
import { isA } from '../text/tokens.js';
import type { Scene } from './scene.js';

const HEADS = [
  'mission',
  'meeting',
  'delegation',
  'exchange',
  'pilot',
  'partner',
  'university',
  'company',
  'lab',
  'bureau',
  'city',
  'country',
  'status',
  'go',
  'come',
  'host',
  'send',
  'contact',
  'help',
  'programme',
  'themes',
  'sdgs',
  'urban-agenda',
  'challenges',
  'objectives',
  'focus',
  'period',
  'population',
  'size',
  'province',
  'running',
  'agreed',
  'completed',
] as const;

const PARTICLE = /^(呢|那|and)$/;

/** Whether the words lean on what was said before: "and in 2020?", 那里昂呢, "who was there?", "when?". */
export function leansBack(scene: Scene): boolean {
  const words = scene.tokens.filter((token) => token.kind === 'phrase');
  const [first] = words;
  const particle = words.some((token) => token.text === '呢') || PARTICLE.test(first?.text ?? '');
  if (particle || isA(first, 'follow-up-start') || scene.has('there', 'it')) return true;
  const isBare = scene.parties.length === 0 && scene.subjects.length === 0;
  if (!isBare || words.length > 7) return false;
  const asksRecords = scene.has(
    'mission',
    'pilot',
    'partner',
    'city',
    'country',
    'programme',
    'status',
    'contact',
    'help',
    'greeting',
    'polite',
    'themes',
  );
  return (
    !asksRecords &&
    (scene.dates.length > 0 ||
      scene.ask !== 'list' ||
      scene.has('virtual', 'in-person', 'go', 'come', 'host'))
  );
}

/** Whether the words name what is asked for, or ask for the partners of pilots with "who". */
export function asksAnew(scene: Scene, previous: Query): boolean {
  if (scene.focus !== undefined || scene.has(...HEADS)) return true;
  return scene.ask === 'who' && (previous.intent === 'pilots' || previous.intent === 'status');
}
