import type { mock, PuppetMock } from 'wechaty-puppet-mock';

export interface Said {
  to: string;
  text?: string;
  file?: string;
  mentionIds?: string[];
  /** Milliseconds since 1970. */
  at: number;
}

/** What a test can make happen, in process and over a gateway's control channel alike. */
export interface Doings {
  contact(contact: { id: string; name: string; type?: number }): void;
  room(room: { id: string; topic: string; members: string[]; aliases?: Record<string, string> }): void;
  say(message: {
    from: string;
    to: string;
    text?: string;
    mentions?: string[];
    timestamp?: number;
    id?: string;
    type?: 'Text' | 'Image' | 'Audio' | 'Emoticon' | 'Recalled' | 'Url';
    /** Delivers an earlier message again. */
    repeat?: boolean;
  }): void;
  login(user: { id: string }): void;
  logout(why?: { reason?: string }): void;
  scan(code: { qrcode?: string; status: 'Waiting' | 'Scanned' | 'Confirmed' | 'Timeout' | 'Cancel' }): void;
  friendRequest(request: { from: string; hello: string; id?: string }): void;
  rename(change: { room: string; topic: string; by: string }): void;
  remove(removal: { room: string; contact: string; by: string }): void;
  invite(invitation: { room: string; contact: string; by: string }): void;
  rejectSay(refusal: { times: number }): void;
  fallSilent(): void;
}

declare class StrictPuppet extends PuppetMock {
  said: Said[];
  accepted: string[];
  starts: number;
  onSaid: (said: Said) => void;
}

export class World implements Doings {
  constructor(options?: { heartbeatMs?: number });
  mocker: mock.Mocker;
  puppet: StrictPuppet;
  loginAs: string | undefined;
  contact: Doings['contact'];
  room: Doings['room'];
  say: Doings['say'];
  login: Doings['login'];
  logout: Doings['logout'];
  scan: Doings['scan'];
  friendRequest: Doings['friendRequest'];
  rename: Doings['rename'];
  remove: Doings['remove'];
  invite: Doings['invite'];
  rejectSay: Doings['rejectSay'];
  fallSilent: Doings['fallSilent'];
}
