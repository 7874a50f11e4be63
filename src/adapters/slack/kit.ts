import type { App, webApi } from '@slack/bolt';
import type { Handle } from '../../bot/channel.js';
import type { Content, Inbound } from '../../bot/inbound.js';
import type { Log } from '../../bot/log.js';
import type { Languages } from '../../i18n/languages.js';
import type { Answers } from './answers.js';
import { conversationId, personId } from './identity.js';
import type { Installations } from './installations.js';
import type { Profiles } from './profiles.js';
import type { Surfaces } from './surfaces.js';
import type { Tasks } from './tasks.js';

/** What every handler works with. */
export interface Kit {
  handle: Handle;
  answers: Answers;
  profiles: Profiles;
  surfaces: Surfaces;
  languages: Languages;
  tasks: Tasks;
  log: Log;
  installations: Installations;
}

/** A shortcut as the manifest names it. */
interface Shortcut {
  type: 'message' | 'global';
  callbackId: string;
  /** Messages of `slack.json`. */
  name: 'slack:shortcut.ask.name' | 'slack:shortcut.update.name';
  description: 'slack:shortcut.ask.description' | 'slack:shortcut.update.description';
}

/** One surface of the bot in Slack: what it asks of the app's manifest, and its handlers. */
export interface Feature {
  scopes: readonly string[];
  events?: readonly string[];
  commands?: readonly string[];
  shortcuts?: readonly Shortcut[];
  register(app: App, kit: Kit): void;
}

/** A person's deed before it is an Inbound. */
export interface Deed {
  id: string;
  client: webApi.WebClient;
  team: string;
  user: string;
  channel: string;
  direct: boolean;
  content: Content;
}

/** The deed as the kernel takes it, with what Slack knows of the person. */
export async function inboundOf(kit: Kit, deed: Deed): Promise<Inbound> {
  const { client, team, user, channel, direct, content } = deed;
  const profile = await kit.profiles.of(client, team, user);
  return {
    id: `slack:${deed.id}`,
    platform: 'slack',
    conversation: conversationId(team, channel),
    person: personId(team, user),
    personName: profile?.name ?? user,
    content,
    direct,
    at: new Date(),
    ...(profile === undefined ? {} : { hint: profile.hint }),
  };
}

/** A direct message channel's id begins with D, on every workspace. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
