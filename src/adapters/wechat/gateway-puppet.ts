import { EventEmitter } from 'node:events';
import type { types } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';

type Options = ConstructorParameters<typeof PuppetService>[0];

/** wechaty-puppet-service with two of its faults kept from ending the process, and a way to hang up. */
export class GatewayPuppet extends PuppetService {
  /** @param onFolderInUse called when another process holds the folder */
  constructor(options: Options, onFolderInUse: () => void) {
    super(options);
    this.on('login', () => this.#hearFolder(onFolderInUse));
  }

  /** Nobody awaits this in Wechaty, so that a link which breaks meanwhile would be an unhandled rejection. */
  override async dirtyPayload(type: types.Payload, id: string): Promise<void> {
    await super.dirtyPayload(type, id).catch((error: unknown) => this.emit('error', error));
  }

  /**
   * Cuts the line before Wechaty can tell the gateway to stop the account: another client of the same token, or this bot
   * after a restart, should find it logged in.
   */
  hangUp(): void {
    if (this._grpcManager === undefined) return;
    this._grpcManager.eventStream?.cancel();
    this._grpcManager.client.close();
  }

  /**
   * The payloads are kept in LevelDB under HOME, and nobody listens to its errors: a second process on the same folder would end. The
   * stores exist, and are not open yet, when the puppet tells of its login.
   */
  #hearFolder(onFolderInUse: () => void): void {
    const { contact, room, roomMember } = this._payloadStore;
    for (const store of [contact, room, roomMember]) {
      // flash-store keeps its database to itself, and offers no event of its own.
      const database: unknown = store === undefined ? undefined : Reflect.get(store, 'levelDb');
      if (database instanceof EventEmitter) database.on('error', onFolderInUse);
    }
  }
}
