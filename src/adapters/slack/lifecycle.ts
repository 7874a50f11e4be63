import * as z from 'zod';
import type { Feature } from './kit.js';

const Wrapper = z.looseObject({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  authorizations: z.array(z.looseObject({ is_enterprise_install: z.boolean().nullish() })).optional(),
});
const Revoked = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).optional() }) });

/** A workspace or organisation that removed the app is forgotten, with its token. */
export const lifecycle: Feature = {
  scopes: [],
  events: ['app_uninstalled', 'tokens_revoked'],
  register(app, kit) {
    const forget = (body: unknown) => {
      const { team_id, enterprise_id, authorizations } = Wrapper.parse(body);
      const query = {
        teamId: team_id ?? '',
        enterpriseId: enterprise_id ?? undefined,
        isEnterpriseInstall:
          authorizations?.some((one) => one.is_enterprise_install === true) ?? team_id == null,
      };
      kit.tasks.run('uninstall', () => kit.installations.deleteInstallation(query));
    };
    app.event('app_uninstalled', async ({ body }) => forget(body));
    app.event('tokens_revoked', async ({ body, event }) => {
      // A person's own token may go while the app stays.
      const revoked = Revoked.safeParse(event);
      if (revoked.success && (revoked.data.tokens.bot ?? []).length > 0) forget(body);
    });
  },
};
