import { findElement } from './find-element.js';
import * as interactions from './interactions.js';
import * as payloads from './payloads.js';
import type { RequestOptions } from './signing.js';
import type { Slack } from './slack.js';
import type { Delivered, Transport } from './transport.js';
import type { Where } from './where.js';
import type { Message, PublishedView, User } from './workspace.js';

/** A person at a Slack client. What they do becomes payloads that reach the bot, as Slack would send them. */
export class Member {
  constructor(
    readonly slack: Slack,
    readonly user: User,
    readonly transport: Transport,
  ) {}

  get #bot() {
    const { world } = this.slack;
    const own = [...world.tokens.values()].find((bot) => bot.team.id === this.user.team);
    const enterprise = world.teams.get(this.user.team)?.enterprise;
    const org = [...world.tokens.values()].find(
      (bot) => bot.enterpriseInstall && bot.team.enterprise === enterprise,
    );
    const bot = own ?? org;
    if (bot === undefined) throw new Error(`no bot in ${this.user.team}`);
    return bot;
  }

  #where(channel: string): Where {
    return { world: this.slack.world, user: this.user, channel };
  }

  /** The slash command's payload, to be delivered any number of times. */
  slashPayload(text: string, channel: string): Record<string, string> {
    const url = this.slack.responseUrls.issue(this.user.id, channel, this.#bot);
    return payloads.slashCommand(this.#where(channel), text, this.slack.triggers.give(this.user.id), url);
  }

  slash(text: string, channel: string, options?: RequestOptions): Promise<Delivered> {
    return this.transport.command(this.slashPayload(text, channel), options);
  }

  /** Puts a message into a channel, without telling the bot. */
  writes(text: string, channel: string, threadTs?: string): Message {
    const message: Message = {
      ts: this.slack.world.nextTs(),
      channel,
      user: this.user.id,
      text,
      blocks: [],
      via: 'person',
      ...(threadTs === undefined ? {} : { threadTs }),
    };
    this.slack.world.messages.push(message);
    return message;
  }

  mentionEvent(message: Message): Record<string, unknown> {
    const event = { ...payloads.messageEvent(message, 'channel', this.user.team), type: 'app_mention' };
    return payloads.eventCallback(this.slack.world, this.user.team, event, this.slack.world.nextId('Ev'));
  }

  messageEvent(message: Message, fields: Record<string, unknown> = {}): Record<string, unknown> {
    const kind = this.slack.world.channels.get(message.channel)?.kind ?? 'channel';
    const event = { ...payloads.messageEvent(message, kind, this.user.team), ...fields };
    return payloads.eventCallback(this.slack.world, this.user.team, event, this.slack.world.nextId('Ev'));
  }

  /** Mentions the bot; the words stand after its name. */
  async mentions(words: string, channel: string, threadTs?: string): Promise<Message> {
    const message = this.writes(`<@${this.#bot.botUser}> ${words}`, channel, threadTs);
    await this.transport.event(this.mentionEvent(message));
    return message;
  }

  /** Writes to the bot directly. */
  async tells(words: string, threadTs?: string): Promise<Message> {
    const message = this.writes(words, this.direct, threadTs);
    await this.transport.event(this.messageEvent(message));
    return message;
  }

  /** The direct message channel with the bot. */
  get direct(): string {
    return this.slack.world.directChannel(this.user.id, this.#bot).id;
  }

  /** The payload of pressing a button in a message. */
  pressPayload(message: Message, actionId: string | RegExp) {
    const found = findElement(message.blocks, actionId);
    const { world, triggers, responseUrls } = this.slack;
    const action = { ...found.element, type: found.element.type, block_id: found.blockId };
    const url = responseUrls.issue(this.user.id, message.channel, this.#bot, message.ts);
    const where = { world, user: this.user, channel: message.channel };
    return interactions.blockActions(where, message, action, triggers.give(this.user.id), url);
  }

  presses(message: Message, actionId: string | RegExp): Promise<Delivered> {
    return this.transport.interaction(this.pressPayload(message, actionId));
  }

  pressesInView(view: PublishedView, actionId: string | RegExp): Promise<Delivered> {
    const found = findElement(view.view.blocks as unknown[], actionId);
    const action = { ...found.element, block_id: found.blockId };
    const trigger = this.slack.triggers.give(this.user.id);
    return this.transport.interaction(interactions.viewAction(this.#where(''), view, action, trigger));
  }

  /** The payload of submitting a modal, to be delivered any number of times. */
  submission(view: PublishedView, values: Record<string, Record<string, unknown>>) {
    const trigger = this.slack.triggers.give(this.user.id);
    return interactions.viewSubmission(this.#where(''), view, values, trigger);
  }

  submits(view: PublishedView, values: Record<string, Record<string, unknown>>): Promise<Delivered> {
    return this.transport.interaction(this.submission(view, values));
  }

  searches(view: PublishedView, blockId: string, actionId: string, typed: string): Promise<Delivered> {
    return this.transport.interaction(
      interactions.blockSuggestion(this.#where(''), view, blockId, actionId, typed),
    );
  }

  usesMessageShortcut(message: Message, callbackId: string): Promise<Delivered> {
    const { world, triggers, responseUrls } = this.slack;
    const where = { world, user: this.user, channel: message.channel };
    const url = responseUrls.issue(this.user.id, message.channel, this.#bot, message.ts);
    const payload = interactions.messageShortcut(
      where,
      message,
      callbackId,
      triggers.give(this.user.id),
      url,
    );
    return this.transport.interaction(payload);
  }

  usesGlobalShortcut(callbackId: string): Promise<Delivered> {
    const trigger = this.slack.triggers.give(this.user.id);
    return this.transport.interaction(interactions.globalShortcut(this.#where(''), callbackId, trigger));
  }

  /** Opens the bot's page at its Home or at its Messages tab. */
  opensHome(tab: 'home' | 'messages' = 'home'): Promise<Delivered> {
    const { world } = this.slack;
    const event = {
      type: 'app_home_opened',
      user: this.user.id,
      channel: this.direct,
      tab,
      event_ts: world.nextTs(),
    };
    return this.transport.event(payloads.eventCallback(world, this.user.team, event, world.nextId('Ev')));
  }

  /** This person's Home tab as it was last published. */
  get home(): PublishedView | undefined {
    return this.slack.world.views.find((view) => view.kind === 'home' && view.user === this.user.id);
  }

  /** The modal opened last for this person. */
  get modal(): PublishedView | undefined {
    return this.slack.world.views
      .filter((view) => view.kind === 'modal' && view.user === this.user.id)
      .at(-1);
  }
}
