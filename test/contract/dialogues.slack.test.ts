import { openSlack } from '../support/chat-on-slack.js';
import { dialogues } from './dialogues.js';

dialogues('Slack', () => openSlack());
