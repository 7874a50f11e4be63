import { commands } from './commands.js';
import type { Feature } from './kit.js';
import { messages } from './messages.js';

/** Every surface that the bot has in Slack. The manifest asks for what these need, and the app registers these. */
export const features: readonly Feature[] = [commands, messages];
