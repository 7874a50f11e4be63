import { wordsOf } from '../../bot/error-words.js';

/** What keeps the bot from WeChat. Each has a sentence for those who operate it, `wechat:trouble.*`. */
export type Trouble =
  | 'tokenRefused'
  | 'tls'
  | 'unreachable'
  | 'folderInUse'
  /** The gateway answers but sends no event. */
  | 'silent'
  | 'noLogin'
  | 'scanNeeded'
  | 'loggedOut'
  | 'puppetFailed';

// gRPC's status names, Node's network and TLS codes, LevelDB's words. What can be told apart by code is in the message too.
const signs: readonly (readonly [Trouble, RegExp])[] = [
  ['tokenRefused', /UNAUTHENTICATED|PERMISSION_DENIED/u],
  ['tls', /certificate|ERR_TLS|ERR_SSL|altname|wrong version number|self.signed/iu],
  ['folderInUse', /LOCK: |already held by process/u],
  [
    'unreachable',
    /UNAVAILABLE|CANCELLED|ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|Channel has been (?:shut down|closed)|NO CLIENT|no grpc manager/u,
  ],
];

/** The trouble that an error of Wechaty, gRPC or LevelDB tells of; undefined when the link is not concerned. */
export function troubleOf(error: unknown): Trouble | undefined {
  const message = wordsOf(error);
  return signs.find(([, sign]) => sign.test(message))?.[0];
}
