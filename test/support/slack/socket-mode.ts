import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { SLACK } from './limits.js';
import { Refused } from './method.js';

/** An acknowledgement as the bot sent it. */
export interface Ack {
  envelopeId: string;
  payload: unknown;
  ms: number;
}

/** Slack's side of Socket Mode: tickets, hello, envelopes, acknowledgements, refresh. */
export class SocketMode {
  readonly acks: Ack[] = [];
  readonly sockets = new Set<WebSocket>();
  /** Connections ever made. */
  connections = 0;
  /** Take the connection and never say hello. */
  silent = false;
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, { at: number; done: (ack: Ack) => void }>();
  readonly #server = new WebSocketServer({ noServer: true });

  constructor(
    server: Server,
    readonly root: () => string,
  ) {
    server.on('upgrade', (req, socket, head) => {
      const ticket = new URL(req.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!this.#tickets.delete(ticket)) return void socket.destroy();
      this.#server.handleUpgrade(req, socket, head, (ws: WebSocket, _req: IncomingMessage) => this.#join(ws));
    });
  }

  /** A single-use address, as apps.connections.open gives it. */
  address(): string {
    if (this.sockets.size >= SLACK.socketConnections) throw new Refused('too_many_websockets');
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${this.root().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A1`;
  }

  #join(ws: WebSocket): void {
    this.sockets.add(ws);
    this.connections += 1;
    ws.on('close', () => this.sockets.delete(ws));
    ws.on('message', (data) => this.#heard(JSON.parse(String(data))));
    if (!this.silent)
      ws.send(
        JSON.stringify({
          type: 'hello',
          num_connections: this.sockets.size,
          connection_info: { app_id: 'A1' },
          debug_info: { host: 'stand-in', approximate_connection_time: 3600 },
        }),
      );
  }

  #heard(message: { envelope_id?: string; payload?: unknown }): void {
    const waiting = this.#waiting.get(message.envelope_id ?? '');
    const ack: Ack = {
      envelopeId: message.envelope_id ?? '',
      payload: message.payload,
      ms: waiting === undefined ? Number.NaN : Date.now() - waiting.at,
    };
    this.acks.push(ack);
    waiting?.done(ack);
  }

  /** Sends one envelope over one of the sockets and waits for its acknowledgement; rejects after three seconds. */
  deliver(
    type: 'events_api' | 'slash_commands' | 'interactive',
    payload: unknown,
    retry?: number,
  ): Promise<Ack> {
    const ws = [...this.sockets].at(-1);
    if (ws === undefined) return Promise.reject(new Error('no socket is connected'));
    const envelope_id = randomUUID();
    const answered = new Promise<Ack>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('not acknowledged within 3 s')), 3000);
      this.#waiting.set(envelope_id, {
        at: Date.now(),
        done: (ack) => {
          clearTimeout(timer);
          this.#waiting.delete(envelope_id);
          resolve(ack);
        },
      });
    });
    ws.send(
      JSON.stringify({
        type,
        envelope_id,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(type === 'events_api' ? { retry_attempt: retry ?? 0, retry_reason: retry ? 'timeout' : '' } : {}),
      }),
    );
    return answered;
  }

  /** Asks the bot to connect anew, as Slack does every hour or so. */
  refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
    for (const ws of this.sockets) ws.send(JSON.stringify({ type: 'disconnect', reason }));
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const ws of this.sockets) ws.terminate();
  }
}
