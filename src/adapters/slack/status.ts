import type { webApi } from '@slack/bolt';

/** An answer that takes longer than this shows that it is being worked on. */
const slowMs = 800;

/** Shows a status under a direct message while its answer takes long, as Slack's agents do, and takes it away again. */
export async function whileSlow<T>(
  work: Promise<T>,
  client: webApi.WebClient,
  channel: string,
  threadTs: string,
  status: () => string,
): Promise<T> {
  let shown: Promise<void> | undefined;
  const show = async (text: string) => {
    // A workspace without the agent view refuses, and the answer comes all the same.
    await client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: threadTs, status: text })
      .catch(() => {});
  };
  const timer = setTimeout(() => {
    shown = show(status());
  }, slowMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    void shown?.then(() => show(''));
  }
}
