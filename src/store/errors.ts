/** A state file or a backup can't be used as it is; the message says what is wrong in it, by path. */
export class StateUnsound extends Error {
  override readonly name = 'StateUnsound';
}

/** Another process has the state. */
export class StateInUse extends Error {
  override readonly name = 'StateInUse';
}
