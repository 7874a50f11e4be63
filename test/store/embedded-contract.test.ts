import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { storeContract } from '../contract/store.js';
import { temporaryFolder } from '../support/temporary-folder.js';

storeContract('embedded', async () => {
  const { folder, remove } = await temporaryFolder();
  return { open: (now) => openEmbeddedStore({ folder, ...(now && { now }) }), destroy: remove };
});
