import { type Feature, inboundOf, isDirect } from './kit.js';
import { typedText } from './typed-text.js';

const callbackId = 'ask';

/** "Ask U-CAP about this" on any message: its words are the question, and the answer is for the one who asked. */
export const shortcuts: Feature = {
  scopes: ['commands', 'chat:write', 'users:read'],
  shortcuts: [
    {
      type: 'message',
      callbackId,
      name: 'slack:shortcut.ask.name',
      description: 'slack:shortcut.ask.description',
    },
  ],
  register(app, kit) {
    app.shortcut(
      { type: 'message_action', callback_id: callbackId },
      async ({ ack, shortcut, client, context }) => {
        await ack();
        const { user, channel, message, response_url, trigger_id } = shortcut;
        kit.tasks.run('shortcut', async () => {
          const team = context.teamId ?? shortcut.team?.id ?? '';
          const asker = { client, team, user: user.id, channel: channel.id };
          const id = `${team}:trigger:${trigger_id}`;
          const text = typedText(message.text ?? '', context.botUserId);
          const deed = {
            ...asker,
            id,
            direct: isDirect(channel.id),
            content: { kind: 'words', text } as const,
          };
          const reply = await kit.handle(await inboundOf(kit, deed));
          const thread = typeof message.thread_ts === 'string' ? message.thread_ts : undefined;
          if (reply !== undefined) await kit.answers.privately(asker, response_url, reply, id, thread);
        });
      },
    );
  },
};
