import type { Doings, Said } from './world.mjs';

type Steered = { [K in keyof Doings]: (...args: Parameters<Doings[K]>) => Promise<void> };

export interface GatewayOptions {
  token?: string;
  heartbeatMs?: number;
  /** The server's certificate and key, PEM; default Wechaty's own, which its clients trust. */
  tls?: { serverCert: string; serverKey: string };
}

export interface Gateway extends Steered {
  token: string;
  /** host:port, the same after a restart. */
  endpoint: string;
  /** Everything said through it, in order, in all of its lives. */
  said: Said[];
  onSaid(listener: (said: Said) => void): void;
  /** Contacts whose friend request was accepted. */
  accepted(): Promise<string[]>;
  /** How often the account behind this process was started. */
  starts(): Promise<number>;
  /** SIGKILL, and its end awaited. */
  kill(): Promise<void>;
  /** A new process on the same port, which still knows contacts, rooms and who was logged in. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real PuppetServer in its own process on a free port of 127.0.0.1. */
export function startGateway(options?: GatewayOptions): Promise<Gateway>;
