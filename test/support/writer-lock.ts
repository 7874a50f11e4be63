import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';

/** A process that holds the folder in its argument, says so, and waits to be killed. */
await openEmbeddedStore({ folder: process.argv[2] ?? '' });
process.stdout.write('open\n');
setInterval(() => undefined, 60_000);
