/**
 * The classes of words that the lexicon of each language fills. The value says how English inflects them: `noun`
 * (plural), `verb` (all forms) or `plain` (as written).
 */
export const WORD_CLASSES = {
  // Words that carry no condition of their own.
  function: 'plain',
  article: 'plain',
  indefinite: 'plain',
  /** "An", "their", "that": what follows is a noun. */
  determiner: 'plain',
  /** "So", "such", "is": what follows may be an adjective. */
  'before-adjective': 'plain',
  one: 'plain',
  polite: 'plain',
  greeting: 'plain',
  /** "Ms", "Dr": before the name of a person. */
  honorific: 'plain',
  'light-verb': 'verb',
  'light-noun': 'noun',
  // Who speaks, and what is meant by "our" and "there".
  'first-person': 'plain',
  /** "I", "my": a clause that begins so tells what the speaker does. */
  speaker: 'plain',
  /** "I'm told", 听说: what the clause tells is not about the speaker. */
  hearsay: 'plain',
  request: 'verb',
  /** Work that a question is asked for, and what hurries it: a clause with one tells only why it is asked. */
  occasion: 'plain',
  /** 上班: a clause that ends so tells where the speaker works. */
  employed: 'plain',
  /** Of a verb before a question word: "asks which …", "know who …". */
  wonder: 'verb',
  our: 'plain',
  /** "Did we", "have we": the place of who asks, where he has told it. */
  we: 'plain',
  there: 'plain',
  it: 'plain',
  /** Who was named before the question. */
  they: 'plain',
  /** "That", "one": behind an auxiliary or a preposition it points to what was said before. */
  pointer: 'plain',
  /** "That month": a time that was told before. */
  'that-time': 'plain',
  /** "That": with nothing before it, it points nowhere. */
  that: 'plain',
  /** "Us": behind a verb of a journey or a preposition, who was told of before. */
  us: 'plain',
  'follow-up-start': 'plain',
  /** "Given that", "although": a clause that begins so leads to the question behind it. */
  subordinate: 'plain',
  /** 呢 and the like: what is named is asked about as the last thing was. */
  particle: 'plain',
  /** "Of them", 其中: from what was shown. */
  among: 'plain',
  again: 'plain',
  /** "For my report", "while drafting a speech": what the answer is used for. */
  writing: 'noun',
  write: 'verb',
  purpose: 'plain',
  // What is asked.
  who: 'plain',
  /** Anybody, nobody: it stands where a name would. */
  someone: 'plain',
  /** 人: right behind a place, who is from there. */
  inhabitant: 'plain',
  where: 'plain',
  when: 'plain',
  which: 'plain',
  what: 'plain',
  how: 'plain',
  count: 'plain',
  times: 'plain',
  /** 几个: a few, where another word asks. */
  several: 'plain',
  /** "Twice": of those that are asked for, only who did it as often. */
  repeated: 'plain',
  whether: 'plain',
  list: 'plain',
  compare: 'plain',
  /** "The most", "longest", 三家以上: a ranking or a bound, which no reading gives. */
  most: 'plain',
  /** "Regularly", 成功: how often and how well, which nothing tells. */
  untold: 'plain',
  exists: 'plain',
  auxiliary: 'plain',
  /** "Is", "were": a noun may follow. */
  be: 'plain',
  /** "Has": behind a partner, the partners that follow are its own. */
  have: 'plain',
  /** "Can", "open to": of what may be joined. */
  able: 'plain',
  // How conditions combine.
  and: 'plain',
  or: 'plain',
  not: 'plain',
  /** "No", "without any": it denies a noun as well as a verb. */
  none: 'plain',
  except: 'plain',
  /** "But": behind all of a kind it excepts, elsewhere it only contrasts. */
  but: 'plain',
  /** 除外, 无关: it excepts what stands before it. */
  'left-out': 'plain',
  /** "Skipped", 略过: what is named behind it is left out. */
  omit: 'verb',
  /** "Left … out": a verb that leaves out what stands between it and the second of these. */
  leave: 'verb',
  apart: 'plain',
  /** "Aside": what is left there need not be named. */
  aside: 'plain',
  both: 'plain',
  each: 'plain',
  /** "All", "in total": nothing less than every record. */
  every: 'plain',
  /** "Or is it all …", 还是全是: of the contrary of what is asked. */
  wholly: 'plain',
  only: 'plain',
  other: 'plain',
  // Places in a sentence.
  of: 'plain',
  /** The "s" of "'s". */
  genitive: 'plain',
  in: 'plain',
  from: 'plain',
  to: 'plain',
  /** "To" itself: behind "going" it may only lead to a verb. */
  'bare-to': 'plain',
  with: 'plain',
  by: 'plain',
  passive: 'plain',
  /** "Been": where somebody has been is where he went. */
  been: 'plain',
  // Which of several.
  first: 'plain',
  last: 'plain',
  /** "First" only before a number: 前三次. */
  foremost: 'plain',
  next: 'plain',
  'so-far': 'plain',
  upcoming: 'plain',
  /** "Will", 会去: a verb with it is of what is still to come. */
  will: 'plain',
  // Kinds of records.
  mission: 'noun',
  /** "A mission of" a city may be to it as well; "a trip of" it is from it. */
  'shared-mission': 'noun',
  meeting: 'noun',
  /** A visit or a programme of students: either kind of record. */
  exchange: 'noun',
  /** People who travel: who they are of is where they come from. */
  delegation: 'noun',
  pilot: 'noun',
  /** Said of a pilot, and of the programme as well. */
  project: 'noun',
  partner: 'noun',
  university: 'noun',
  company: 'noun',
  lab: 'noun',
  bureau: 'noun',
  city: 'noun',
  country: 'noun',
  participant: 'plain',
  programme: 'noun',
  // What cities and partners do.
  go: 'verb',
  /** "Going": before "to" and a verb, only the future. */
  going: 'plain',
  come: 'verb',
  host: 'verb',
  send: 'verb',
  meet: 'verb',
  hold: 'verb',
  /** Of those who held something, who ran it is not told. */
  organise: 'verb',
  attend: 'verb',
  cooperate: 'verb',
  involve: 'verb',
  /** Who leads a delegation is a person, and not held. */
  lead: 'verb',
  propose: 'verb',
  /** "Put forward": who did it is told by descriptions only. */
  'put-forward': 'verb',
  /** A filter on a city after a command; elsewhere these are verbs and nouns. */
  'as-host': 'plain',
  'as-traveller': 'plain',
  about: 'plain',
  // Conditions on missions and pilots.
  virtual: 'plain',
  /** Zoom, 腾讯会议: it says as well that something was online; whether it was held with that is not told. */
  tool: 'plain',
  'in-person': 'plain',
  'mou-signed': 'plain',
  workshop: 'noun',
  webinar: 'noun',
  'follow-up': 'noun',
  'pilots-identified': 'plain',
  'mission-planned': 'plain',
  'mission-held': 'plain',
  'mission-cancelled': 'plain',
  proposed: 'plain',
  agreed: 'plain',
  running: 'plain',
  paused: 'plain',
  completed: 'plain',
  cancelled: 'plain',
  status: 'plain',
  /** It asks for the status of pilots that are named, and by itself for nothing in particular. */
  news: 'plain',
  /** Of missions: what came of them. Most such words say little elsewhere. */
  result: 'noun',
  define: 'verb',
  // The programme as a whole.
  themes: 'plain',
  sdgs: 'plain',
  'urban-agenda': 'plain',
  focus: 'plain',
  challenges: 'plain',
  objectives: 'plain',
  period: 'plain',
  begin: 'plain',
  summary: 'plain',
  contact: 'plain',
  help: 'plain',
  /** "How do I look up": it asks for the way to ask, whatever kind of record it names. */
  usage: 'plain',
  // What no programme of this kind holds, and fields of cities.
  'not-held': 'noun',
  'not-held-verb': 'verb',
  why: 'plain',
  'off-topic': 'plain',
  people: 'noun',
  /** "The names of": of people, they are not held. */
  'name-of': 'plain',
  elsewhere: 'plain',
  population: 'plain',
  size: 'plain',
  province: 'plain',
  // Time, beside the numbered words (months, seasons, …).
  year: 'plain',
  month: 'plain',
  'month-unit': 'plain',
  day: 'plain',
  week: 'plain',
  quarter: 'plain',
  'half-year': 'plain',
  'half-of': 'plain',
  'ordinal-mark': 'plain',
  this: 'plain',
  recent: 'plain',
  ago: 'plain',
  early: 'plain',
  middle: 'plain',
  late: 'plain',
  /** 年底: alone, the end of this year. */
  'of-year': 'plain',
  /** "Right", "shortly": before "after", what came next; before "before", what came last. */
  close: 'plain',
  before: 'plain',
  after: 'plain',
  /** "Before", "after": without a date, they hang on another event. */
  'event-limit': 'plain',
  since: 'plain',
  /** "Began", 爆发: after what lasts, "since" means from there on. */
  outset: 'plain',
  until: 'plain',
  during: 'plain',
  between: 'plain',
  onwards: 'plain',
  /** 那次: what is told of has taken place. */
  past: 'plain',
  'or-earlier': 'plain',
  outside: 'plain',
} as const satisfies Record<string, 'plain' | 'noun' | 'verb'>;

export type WordClass = keyof typeof WORD_CLASSES;

/** Words with a number: the sixth month, the third season, the second of something. */
export type NumberedClass = 'month-name' | 'season' | 'weekday' | 'ordinal' | 'cardinal' | 'half';

/** What a word or phrase of the lexicon may mean. */
export type WordSense =
  | { class: WordClass }
  | { class: NumberedClass; value: number }
  | { class: 'relative'; unit: RelativeUnit; offset: number };

export type RelativeUnit = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day';
