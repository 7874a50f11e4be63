import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import * as z from 'zod';
import type { Store } from '../../bot/store.js';

/** The part of an installation that the bot relies on; Slack's other fields are kept as they came. */
const Installed = z.looseObject({
  bot: z.looseObject({ token: z.string(), id: z.string(), userId: z.string() }),
  isEnterpriseInstall: z.boolean().optional(),
});

type Query = Pick<InstallationQuery<boolean>, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>;

/** An organisation-wide installation is one row for all its workspaces. */
function rowOf({ teamId, enterpriseId, isEnterpriseInstall }: Query): string {
  return isEnterpriseInstall && enterpriseId !== undefined ? `enterprise:${enterpriseId}` : `team:${teamId}`;
}

/** Bolt's installation store over ours. Reads come from memory, so that a slow disk delays no acknowledgement. */
export class Installations implements InstallationStore {
  readonly #store: Pick<Store, 'view' | 'transact'>;

  constructor(store: Pick<Store, 'view' | 'transact'>) {
    this.#store = store;
  }

  async storeInstallation(installation: Installation): Promise<void> {
    const id = rowOf({
      teamId: installation.team?.id ?? '',
      enterpriseId: installation.enterprise?.id ?? '',
      isEnterpriseInstall: installation.isEnterpriseInstall ?? false,
    });
    // A round trip leaves out the fields that are `undefined`, which are no JSON.
    const data = z.json().parse(JSON.parse(JSON.stringify(installation)));
    await this.#store.transact((tx) => tx.put('installations', { id, data }));
  }

  async fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation> {
    const found = this.#find(query) ?? this.#find({ ...query, isEnterpriseInstall: true });
    if (found === undefined) throw new Error('the app is not installed there');
    return found;
  }

  /** Forgets a workspace or organisation, with its token. */
  async deleteInstallation(query: Query): Promise<void> {
    const id = rowOf(query);
    if (this.#store.view().get('installations', id) === undefined) return;
    await this.#store.transact((tx) => tx.remove('installations', id));
  }

  /** The installation of one workspace alone. */
  ofTeam(teamId: string): Installation | undefined {
    return this.#find({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });
  }

  /** Every organisation-wide installation. */
  organisations(): Installation[] {
    const rows = this.#store.view().all('installations');
    return rows.filter(({ id }) => id.startsWith('enterprise:')).flatMap(({ data }) => read(data) ?? []);
  }

  #find(query: Query): Installation | undefined {
    const row = this.#store.view().get('installations', rowOf(query));
    return row === undefined ? undefined : read(row.data);
  }
}

function read(data: unknown): Installation | undefined {
  const parsed = Installed.safeParse(data);
  // `storeInstallation` wrote what Bolt gave; the schema has just checked the part that is used.
  return parsed.success ? (parsed.data as unknown as Installation) : undefined;
}
