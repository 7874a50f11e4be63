/** Who speaks in a dialogue. The admin is one by configuration; the others begin without a role. */
export type Member = 'admin' | 'first' | 'second' | 'guest';

export const names: Readonly<Record<Member, string>> = {
  admin: 'Admin',
  first: 'First',
  second: 'Second',
  guest: 'Guest',
};

export const members: readonly Member[] = ['admin', 'first', 'second', 'guest'];

/** A chat with a bot on the shipped programme and an empty state, over any platform. */
export interface Chat {
  /** The id by which a member is granted a role. */
  id(member: Member): string;
  /** Says something in the member's own conversation and gives the reply as its reader sees it, as plain text. */
  says(member: Member, text: string): Promise<string>;
  /** Moves the bot's clock. */
  passes(milliseconds: number): void;
  close(): Promise<void>;
}
