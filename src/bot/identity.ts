import * as z from 'zod';

export const Platform = z.enum(['slack', 'wechat', 'console']);
export type Platform = z.infer<typeof Platform>;

const PlatformId = z
  .string()
  .regex(/^(slack|wechat|console):[^:\s]+:\S+$/, 'must be platform:workspace:id, such as slack:T1:U1');

/** A person on a platform, `platform:workspace:id`, such as `slack:T1:U1` or `console:local:me`. */
export const PersonId = PlatformId.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** A channel, room or direct chat, `platform:workspace:id`, such as `wechat:default:123@chatroom`. */
export const ConversationId = PlatformId.brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

/** The platform, workspace and platform's own id that an id is made of. */
export function partsOf(id: PersonId | ConversationId): {
  platform: Platform;
  workspace: string;
  id: string;
} {
  const [platform = '', workspace = '', ...rest] = id.split(':');
  return { platform: Platform.parse(platform), workspace, id: rest.join(':') };
}
