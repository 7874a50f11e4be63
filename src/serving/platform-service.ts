import type { RequestListener } from 'node:http';
import type { ComponentHealth } from '../bot/channel.js';

/** A platform at work: what `/health` shows of it, what it answers over HTTP, and how it ends. */
export interface PlatformService {
  name: 'slack' | 'wechat';
  health(): ComponentHealth;
  /** Answers requests below `/slack/`. */
  listener?: RequestListener;
  /** Resolves when the platform takes the bot, or when it keeps trying; rejects when it never can, and with PlatformAway while it is away. */
  start(): Promise<void>;
  /** Takes nothing new and answers what was acknowledged; within 8 s. */
  stop(): Promise<void>;
}

/** Hears why a platform will never take the bot as it is configured. */
export type OnHopeless = (sentence: string) => void;
