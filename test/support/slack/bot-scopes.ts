/** The scopes that the manifest asks for. Written out, so that a scope too many is noticed. */
export const botScopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'mpim:history',
  'users:read',
];
