import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { type Place, storeContract } from '../contract/store.js';
import { storeModel } from '../contract/store-model.js';
import { storeRetention } from '../contract/store-retention.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function makePlace(): Promise<Place> {
  const { folder, remove } = await temporaryFolder();
  return { open: (options) => openEmbeddedStore({ folder, ...options }), destroy: remove };
}

storeContract('embedded', makePlace);
storeModel('embedded', makePlace, { runs: 100, claimsOutliveTheProcess: false });
storeRetention('embedded', makePlace);
