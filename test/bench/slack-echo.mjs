// The peer of the Slack bench: the least that Bolt can do with a slash command. Takes PORT, SLACK_API_URL and the secrets as the bot.
import { App } from '@slack/bolt';

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: 'error',
});
app.command('/ucap', async ({ ack, command, respond }) => {
  await ack();
  await respond({ text: command.text, response_type: 'ephemeral' });
});
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
