import type { AboutBot } from '../bot/about-bot.js';
import { adminNames, coordinatorNames, type RoleBook } from '../bot/membership/holders.js';
import { type Asked, noAdminYet } from '../bot/no-admin.js';
import type { View } from '../bot/presenter/view.js';
import { told } from '../bot/presenter/words.js';
import { helpChoice, text, toPerson } from '../bot/replies.js';
import type { Reply } from '../bot/reply.js';

/** What facts are put into words with, and who has a role. */
type BotView = RoleBook & View & Asked;

/** What the bot is and where its facts are from, and who posts and gives roles here. */
export function tellAboutBot(context: BotView, about: AboutBot): Reply {
  return toPerson(
    context,
    ...(about === 'itself' ? [text(whatItIs(context))] : []),
    text(whoHasRoles(context)),
    { kind: 'choices', choices: [helpChoice(context)] },
  );
}

function whatItIs(context: BotView): string {
  const { overview, sources } = context.programme;
  const source = sources.get(overview.source.document)?.name ?? overview.name;
  return context.language.t('bot:about.bot', {
    programme: told(overview.shortName, context),
    source: told(source, context),
  });
}

function whoHasRoles(context: BotView): string {
  const { t, formats } = context.language;
  const coordinators = formats.list(coordinatorNames(context));
  const admins = formats.list(adminNames(context));
  return [
    coordinators === ''
      ? t('bot:about.noCoordinators')
      : t('bot:about.coordinators', { names: coordinators }),
    admins === '' ? noAdminYet(context) : t('bot:about.admins', { names: admins }),
  ].join(t('bot:sentenceGap'));
}
