import { SLACK } from './limits.js';
import { Refused } from './method.js';
import type { Workspace } from './workspace.js';

/** Trigger ids: given with each interaction, good for one view within three seconds. */
export class Triggers {
  readonly #given = new Map<string, { user: string; at: number; used: boolean }>();
  readonly #world: Workspace;

  constructor(world: Workspace) {
    this.#world = world;
  }

  give(user: string): string {
    const id = `${this.#world.nextId('')}.${this.#world.now()}.trigger`;
    this.#given.set(id, { user, at: this.#world.now(), used: false });
    return id;
  }

  /** Uses a trigger up and says whose it was. */
  use(id: string): string {
    const trigger = this.#given.get(id);
    if (trigger === undefined) throw new Refused('invalid_trigger_id');
    if (trigger.used) throw new Refused('exchanged_trigger_id');
    if (this.#world.now() - trigger.at > SLACK.triggerMs) throw new Refused('expired_trigger_id');
    trigger.used = true;
    return trigger.user;
  }
}
