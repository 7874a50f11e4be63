import { type Feature, inboundOf, isDirect } from './kit.js';
import { typedText } from './typed-text.js';

const command = '/ucap';

/** `/ucap …`: acknowledged at once, then answered to the asker alone. */
export const commands: Feature = {
  scopes: ['commands', 'chat:write', 'users:read'],
  commands: [command],
  register(app, kit) {
    // As middleware, since Bolt runs every listener of the app over every event: that took as long as the answer itself.
    app.use(async (args) => {
      if (!('command' in args) || args.command.command !== command) return args.next();
      const { ack, body, client, context } = args;
      kit.tasks.run('command', async () => {
        const team = context.teamId ?? body.team_id;
        const asker = { client, team, user: body.user_id, channel: body.channel_id };
        const text = typedText(body.text ?? '', context.botUserId);
        const id = `${team}:trigger:${body.trigger_id}`;
        const deed = {
          ...asker,
          id,
          direct: isDirect(body.channel_id),
          content: { kind: 'words', text } as const,
        };
        const reply = await kit.handle(await inboundOf(kit, deed));
        if (reply !== undefined) await kit.answers.privately(asker, body.response_url, reply, id);
      });
      await ack();
    });
  },
};
