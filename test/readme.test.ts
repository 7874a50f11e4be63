import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../src/app.js';
import { CommandRegistry } from '../src/bot/registry.js';
import { projectRoot } from '../src/i18n/project-root.js';
import { loadVocabularies } from '../src/knowledge.js';
import { ucapBot } from './support/command-line.js';
import { temporaryFolder } from './support/temporary-folder.js';

const file = join(projectRoot, 'README.md');

/** Compares a generated part of the README with what it should be; `UPDATE_README=1` writes it instead. */
async function expectCurrent(name: string, generated: string): Promise<void> {
  const readme = await readFile(file, 'utf8');
  const part = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  const current = readme.replace(part, (_, open: string, close: string) => `${open}${generated}\n${close}`);
  if (process.env.UPDATE_README === '1') await writeFile(file, current);
  else expect(readme, `README.md is not current; run: npm run readme`).toBe(current);
}

const conversation = {
  en: [
    'Who went to Nanjing?',
    'How many pilots does Granada take part in?',
    'What is the budget of the wine institute?',
  ],
  zh: ['罗马去过哪些中国城市？', '那尼斯呢？', '葡萄酒学院进展如何？', '昆山有什么试点？'],
};

async function transcript(lines: readonly string[]): Promise<string> {
  const { folder, remove } = await temporaryFolder();
  const { stdout } = await ucapBot(['start'], {
    input: `${lines.join('\n')}\n`,
    env: { UCAP_STATE: folder, LOG_LEVEL: 'silent' },
  });
  await remove();
  const replies = stdout.trimEnd().split('\n\n');
  return lines.map((line, index) => `> ${line}\n${replies[index]}`).join('\n\n');
}

describe('the README', () => {
  it('shows every command in both languages', async () => {
    const registry = new CommandRegistry(allCommands, loadVocabularies());
    const rows = registry
      .all()
      .filter((command) => registry.isListed(command))
      .map((command) => {
        const [en, zh] = [registry.words(command.name, 'en'), registry.words(command.name, 'zh')];
        const usage = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
        return `| ${usage(en.usage)} | ${usage(zh.usage)} | ${command.role} | ${en.summary} ${zh.summary} |`;
      });
    const head = ['| command | 指令 | who | what it does |', '| --- | --- | --- | --- |'];
    await expectCurrent('commands', [...head, ...rows].join('\n'));
  });

  it('shows a conversation as the bot holds it today', async () => {
    const [en, zh] = [await transcript(conversation.en), await transcript(conversation.zh)];
    await expectCurrent('transcript', `\`\`\`text\n${en}\n\n${zh}\n\`\`\``);
  });
});
