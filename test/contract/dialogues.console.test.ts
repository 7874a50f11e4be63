import { openConsole } from '../support/chat-on-console.js';
import { dialogues } from './dialogues.js';

dialogues('the console', () => openConsole());
