import { ConversationId, PersonId, partsOf } from '../../bot/identity.js';

/** A Slack user as the kernel names people: `slack:T1:U1`. */
export function personId(team: string, user: string): PersonId {
  return PersonId.parse(`slack:${team}:${user}`);
}

/** A channel or direct message as the kernel names conversations: `slack:T1:C1`. */
export function conversationId(team: string, channel: string): ConversationId {
  return ConversationId.parse(`slack:${team}:${channel}`);
}

/** The workspace and channel of a conversation. */
export function channelOf(conversation: ConversationId): { team: string; channel: string } {
  const { workspace, id } = partsOf(conversation);
  return { team: workspace, channel: id };
}
