import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ConversationId } from '../../src/bot/identity.js';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.js';
import { set } from '../digest/changes.js';
import { subscription } from '../digest/planner-rig.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { buildModules } from '../support/writer-build.mjs';

const KILLS = 15;
const bot = 'test/delivery/bot-process';

interface Event {
  process: string;
  event: 'posted' | 'settled';
  key: string;
}

test('200 digests through 15 kills: none lost, none twice where it can be looked up', {
  timeout: 60_000,
}, async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const journal = join(folder, 'journal.txt');
  const built = await buildModules(bot);
  onTestFinished(built.remove);
  const program = built.path(bot);
  const conversations = Array.from({ length: 100 }, (_, index) => [
    `slack:T1:C${index}`,
    `wechat:default:${index}@chatroom`,
  ]).flat();
  await writeFile(journal, '');
  await subscribe(folder, conversations);

  const killed = new Set<string>();
  const began = String(Date.now());
  for (let kill = 0; kill < KILLS; kill += 1)
    killed.add(await run([program, folder, journal, began], Math.random() * 150));
  await run([program, folder, journal, began]);

  const events = eventsOf(await readFile(journal, 'utf8'));
  const posted = events.filter(({ event }) => event === 'posted').map(({ key }) => key);
  const inFlight = new Set(inFlightAtKill(events, killed));
  const repeated = [...new Set(posted.filter((key, index) => posted.indexOf(key) < index))];
  const isWeChat = (key: string) => key.startsWith('digest:wechat');
  console.log(
    `${inFlight.size} posted and not settled when killed; repeated in WeChat: ${repeated.filter(isWeChat).length}`,
  );
  expect(new Set(posted).size).toBe(200);
  expect(inFlight.size).toBeGreaterThan(0);
  expect(repeated.filter((key) => !isWeChat(key))).toEqual([]);
  expect(repeated.filter((key) => !inFlight.has(key))).toEqual([]);
});

async function subscribe(folder: string, conversations: readonly string[]): Promise<void> {
  const store = await openEmbeddedStore({ folder });
  await store.transact((tx) => {
    tx.put('changes', set(tx.nextChangeNumber(), 'proposed', 'agreed'));
    for (const id of conversations) {
      tx.put('conversations', {
        id: ConversationId.parse(id),
        direct: false,
        digest: subscription,
      });
    }
  });
  await store.close();
}

/** Runs the bot and kills it so many milliseconds after it began to deliver; without, until it has nothing left to do. */
async function run(args: readonly string[], lifeMs?: number): Promise<string> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  await Promise.race([once(child.stdout, 'data'), exit]);
  if (lifeMs !== undefined) {
    await delivering(args[2] ?? '');
    await sleep(lifeMs);
    child.kill('SIGKILL');
  }
  const [code] = await exit;
  if (lifeMs === undefined && code !== 0) throw new Error(`the bot ended with ${code}`);
  return String(child.pid);
}

/** Resolves when the journal grows, or when there is nothing left to deliver for five seconds. */
async function delivering(journal: string): Promise<void> {
  const { size } = await stat(journal);
  for (let waited = 0; waited < 5_000 && (await stat(journal)).size === size; waited += 5) await sleep(5);
}

function eventsOf(text: string): Event[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [process = '', event, key = ''] = line.split(' ');
      return { process, event: event as Event['event'], key }; // The bot writes only these two.
    });
}

/** Keys that a process had posted and not settled when it was killed. */
function inFlightAtKill(events: readonly Event[], killed: ReadonlySet<string>): string[] {
  return [...killed].flatMap((process) => {
    const own = events.filter((event) => event.process === process);
    const last = new Map(own.map(({ key, event }) => [key, event]));
    return [...last].flatMap(([key, event]) => (event === 'posted' ? [key] : []));
  });
}
