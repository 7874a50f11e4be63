import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { type Place, storeContract } from '../contract/store.js';
import { storeModel } from '../contract/store-model.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function makePlace(): Promise<Place> {
  const { folder, remove } = await temporaryFolder();
  return { open: (now) => openEmbeddedStore({ folder, ...(now && { now }) }), destroy: remove };
}

storeContract('embedded', makePlace);
storeModel('embedded', makePlace, { runs: 100, claimsOutliveTheProcess: false });
