import { describe, expect, it } from 'vitest';
import { allCommands } from '../../src/app.js';
import { CommandRegistry } from '../../src/bot/registry.js';
import { loadVocabularies } from '../../src/knowledge.js';

const registry = new CommandRegistry(allCommands, loadVocabularies());
const nameOf = (text: string) => registry.match(text)?.command.name;

describe('a command’s word', () => {
  it('is understood in either language, in any case and width, with or without a slash', () => {
    expect(['help', 'HELP', '/help', '／帮助', '帮助', 'ｈｅｌｐ'].map(nameOf)).toEqual(
      Array(6).fill('help'),
    );
  });

  it('ends at a space, at punctuation or with the text', () => {
    expect(registry.match('任务：烟台')).toMatchObject({ rest: '烟台' });
    expect(nameOf('任务有哪些')).toBeUndefined();
    expect(nameOf('helpful')).toBeUndefined();
  });

  it('is the longest one that fits', () => {
    expect(nameOf('下一个任务 烟台')).toBe('next');
  });

  it('offers the near ones of a misspelt word', () => {
    expect(registry.near('mission', 'en', () => true)).toContain('missions');
    expect(registry.near('parters', 'en', () => true)).toEqual(['partners']);
    expect(registry.near('zebra', 'en', () => true)).toEqual([]);
  });
});

it('stops the start when two commands have one word, or one has none', () => {
  const { en, zh } = loadVocabularies();
  const { help, missions } = en;
  if (help === undefined || missions === undefined) throw new Error('the shipped vocabulary lacks a command');
  const clash = { en: { ...en, missions: { ...missions, words: ['help'] } }, zh };
  expect(() => new CommandRegistry(allCommands, clash)).toThrow('"help" calls both "help" and "missions"');
  const { help: _, ...without } = zh;
  expect(() => new CommandRegistry(allCommands, { en, zh: without })).toThrow(
    'zh/commands.json has no words for "help"',
  );
});
