import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Faults } from './faults.js';
import { type OAuthClient, oauthMethods, socketMethods } from './methods-apps.js';
import { assistantMethods } from './methods-assistant.js';
import { chatMethods } from './methods-chat.js';
import { conversationMethods } from './methods-conversations.js';
import { fileMethods, type Upload } from './methods-files.js';
import { peopleMethods } from './methods-people.js';
import { viewMethods } from './methods-views.js';
import { ResponseUrls } from './response-urls.js';
import { SocketMode } from './socket-mode.js';
import { Triggers } from './triggers.js';
import { readBody, send, WebApi } from './web-api.js';
import { type Message, Workspace } from './workspace.js';

/** A stand-in for Slack on 127.0.0.1: the Web API, response_urls, uploads, Socket Mode and OAuth over one world of data. */
export class Slack {
  readonly world = new Workspace();
  readonly faults = new Faults();
  readonly triggers = new Triggers(this.world);
  readonly uploads = new Map<string, Upload>();
  readonly oauth: OAuthClient = { id: 'client.1', secret: 'client-secret', codes: new Map() };
  readonly api = new WebApi(this.world, this.faults);
  readonly #server: Server = createServer((req, res) => void this.#route(req, res));
  readonly socket = new SocketMode(this.#server, () => this.root);
  readonly responseUrls = new ResponseUrls(this.world, this.faults, () => this.root);

  constructor() {
    this.api.register(chatMethods);
    this.api.register(conversationMethods);
    this.api.register(viewMethods(this.triggers));
    this.api.register(peopleMethods);
    this.api.register(assistantMethods);
    this.api.register(fileMethods(this.uploads, () => this.root));
    this.api.register(oauthMethods(this.oauth));
    this.api.register(socketMethods(() => this.socket.address()));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.socket.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What `SLACK_API_URL` is to hold. */
  get apiUrl(): string {
    return `${this.root}/api/`;
  }

  calls(method: string) {
    return this.api.received.filter((call) => call.method === method);
  }

  /** Messages of the bot, oldest first: those in a channel, to one person only when `onlyFor` is given. */
  botMessages(channel?: string): Message[] {
    return this.world.messages.filter(
      (m) => m.botId !== undefined && m.deleted !== true && (channel === undefined || m.channel === channel),
    );
  }

  async #route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    const [, kind, name = ''] = pathname.split('/');
    if (kind === 'api') return this.api.serve(name, req, res);
    if (kind === 'response') return this.responseUrls.serve(name, req, res);
    if (kind === 'upload') return this.#upload(name, req, res);
    send(res, 404, 'not found');
  }

  async #upload(id: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const upload = this.uploads.get(id);
    if (upload === undefined) return send(res, 404, 'no such upload');
    upload.bytes = Buffer.byteLength(await readBody(req));
    send(res, 200, `OK - ${upload.bytes}`);
  }
}
