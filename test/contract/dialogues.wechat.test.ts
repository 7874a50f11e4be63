import { openWechat } from '../support/chat-on-wechat.js';
import { dialogues } from './dialogues.js';

dialogues('WeChat', () => openWechat());
