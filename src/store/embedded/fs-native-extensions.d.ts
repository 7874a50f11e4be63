/** The part that is used here of a package that ships no types. */
declare module 'fs-native-extensions' {
  /** Locks a whole open file for its descriptor: false when another descriptor, of this process or another, has it locked. */
  export function tryLock(descriptor: number): boolean;
}
