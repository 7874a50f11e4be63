import { actions } from './actions.js';
import { agent } from './agent.js';
import { commands } from './commands.js';
import { forms } from './forms.js';
import { home } from './home.js';
import type { Feature } from './kit.js';
import { lifecycle } from './lifecycle.js';
import { messages } from './messages.js';
import { shortcuts } from './shortcuts.js';

/** Every surface that the bot has in Slack. The manifest asks for what these need, and the app registers these. */
export const features: readonly Feature[] = [
  commands,
  messages,
  actions,
  shortcuts,
  home,
  forms,
  agent,
  lifecycle,
];
