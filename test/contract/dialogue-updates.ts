import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chat, Member } from '../support/conversing.js';

/** What the dialogue says in one language, and what must be in the replies. */
interface Script {
  update: (status: 'agreed' | 'running', note?: string) => string;
  confirm: string;
  discard: string;
  undo: string;
  status: string;
  history: string;
  words: {
    proposed: string;
    agreed: string;
    running: string;
    check: string;
    onlyCoordinators: RegExp;
    nothingChanged: string;
    done: RegExp;
    nothingWaits: RegExp;
    expired: RegExp;
    meanwhile: RegExp;
    inTheWay: RegExp;
    unknownStatus: RegExp;
  };
}

const scripts: Readonly<Record<'en' | 'zh', Script>> = {
  en: {
    update: (status, note) =>
      `update wine-institute status=${status}${note === undefined ? '' : ` note="${note}"`}`,
    confirm: 'confirm',
    discard: 'discard',
    undo: 'undo',
    status: 'status wine-institute',
    history: 'history wine-institute',
    words: {
      proposed: 'proposed',
      agreed: 'agreed',
      running: 'running',
      check: 'Please check',
      onlyCoordinators: /Only coordinators/,
      nothingChanged: 'Nothing was changed.',
      done: /change (?<number>\d+)/,
      nothingWaits: /nothing of yours waiting/,
      expired: /ten minutes are over/,
      meanwhile: /while you were deciding: .*\(change \d+\)/,
      inTheWay: /change \d+ by .* came after it/,
      unknownStatus: /“flying”.*proposed.*agreed.*running.*paused.*completed.*cancelled/s,
    },
  },
  zh: {
    update: (status, note) =>
      `更新 葡萄酒学院 状态=${{ agreed: '已签约', running: '进行中' }[status]}${note === undefined ? '' : ` 备注=“${note}”`}`,
    confirm: '确认',
    discard: '放弃',
    undo: '撤销',
    status: '状态 葡萄酒学院',
    history: '历史 葡萄酒学院',
    words: {
      proposed: '提议中',
      agreed: '已签约',
      running: '进行中',
      check: '请核对',
      onlyCoordinators: /只有协调员/,
      nothingChanged: '什么都没有改动',
      done: /动态(?<number>\d+)/,
      nothingWaits: /没有等待您确认/,
      expired: /已超过10分钟/,
      meanwhile: /在您确认之前，.*（动态\d+）/,
      inTheWay: /之后还有.*的动态\d+/,
      unknownStatus: /“运行”.*提议中.*已签约.*进行中.*暂停.*已完成.*已取消/s,
    },
  },
};

const MINUTE = 60_000;

/** The dialogue of an update: propose, preview, wrong role, confirm, conflict, undo. The same over every platform. */
export function updateDialogue(platform: string, locale: 'en' | 'zh', open: () => Promise<Chat>): void {
  const script = scripts[locale];
  const { words } = script;

  describe(`an update over ${platform}, in ${locale}`, () => {
    let chat: Chat;
    let number: string;
    beforeAll(async () => {
      chat = await open();
    });
    afterAll(() => chat?.close());

    const numberIn = (reply: string) => words.done.exec(reply)?.groups?.number ?? 'none';
    const grants = (member: Member, cities = '') =>
      chat.says('admin', `grant ${chat.id(member)} coordinator ${cities}`);

    it('is refused to somebody without the role, and nothing changes', async () => {
      expect(await chat.says('first', script.update('agreed'))).toMatch(words.onlyCoordinators);
      expect(await chat.says('first', script.confirm)).toMatch(words.nothingWaits);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
    });

    it('is shown as it was and as it will be, and changes nothing yet', async () => {
      await grants('first');
      await grants('second');
      const preview = await chat.says('first', script.update('agreed', 'MoU signed in Yantai'));
      expect(preview).toContain(words.check);
      expect(preview).toMatch(new RegExp(`${words.proposed}.*→.*${words.agreed}`));
      expect(preview).toContain('MoU signed in Yantai');
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
    });

    it('is nobody else’s to confirm', async () => {
      expect(await chat.says('second', script.confirm)).toMatch(words.nothingWaits);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
    });

    it('is carried out once its proposer confirms, and shown to everybody with its author', async () => {
      number = numberIn(await chat.says('first', script.confirm));
      expect(number).toMatch(/^\d+$/);
      const status = await chat.says('guest', script.status);
      expect(status.toLowerCase()).toContain(words.agreed);
      expect(status).toContain('First');
      expect(await chat.says('first', script.confirm)).toMatch(words.nothingWaits);
    });

    it('is proposed anew, with what happened, when somebody else changed the same field meanwhile', async () => {
      await chat.says('second', script.update('running'));
      await chat.says('first', script.undo);
      const undone = numberIn(await chat.says('first', script.confirm));
      expect(Number(undone)).toBe(Number(number) + 1);
      const conflict = await chat.says('second', script.confirm);
      expect(conflict).toMatch(words.meanwhile);
      expect(conflict).toMatch(new RegExp(`${words.agreed}.*→.*${words.proposed}`));
      expect(conflict).toMatch(new RegExp(`${words.proposed}.*→.*${words.running}`));
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
      number = numberIn(await chat.says('second', script.confirm));
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.running);
    });

    it('can be discarded, and waits no longer than ten minutes', async () => {
      await chat.says('first', script.update('agreed'));
      expect(await chat.says('first', script.discard)).toContain(words.nothingChanged);
      expect(await chat.says('first', script.confirm)).toMatch(words.nothingWaits);
      await chat.says('first', script.update('agreed', 'paused before'));
      chat.passes(11 * MINUTE);
      expect(await chat.says('first', script.confirm)).toMatch(words.expired);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.running);
    });

    it('is taken back by undo, unless a later change stands in the way', async () => {
      await chat.says('first', script.update('agreed', 'back to the contract'));
      const later = numberIn(await chat.says('first', script.confirm));
      expect(await chat.says('second', `${script.undo} ${number}`)).toMatch(words.inTheWay);
      await chat.says('second', `${script.undo} ${later}`);
      await chat.says('second', script.confirm);
      await chat.says('second', `${script.undo} ${number}`);
      await chat.says('second', script.confirm);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
    });

    it('is brought back by undo alone, when one’s own latest change was to take it back', async () => {
      await chat.says('second', script.undo);
      await chat.says('second', script.confirm);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.running);
      await chat.says('second', script.undo);
      await chat.says('second', script.confirm);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
    });

    it('is forbidden when the role was taken away before the confirmation', async () => {
      await chat.says('second', script.update('agreed'));
      await chat.says('admin', `revoke ${chat.id('second')}`);
      expect(await chat.says('second', script.confirm)).toMatch(words.onlyCoordinators);
      await grants('second', 'kunming');
      const refused = await chat.says('second', script.update('agreed'));
      expect(refused).toContain(words.nothingChanged);
      expect((await chat.says('guest', script.status)).toLowerCase()).toContain(words.proposed);
    });

    it('says what is possible when a value is unknown', async () => {
      const unknown = locale === 'en' ? 'update wine-institute status=flying' : '更新 葡萄酒学院 状态=运行';
      expect(await chat.says('first', unknown)).toMatch(words.unknownStatus);
      expect(await chat.says('first', script.confirm)).toMatch(words.nothingWaits);
    });

    it('leaves its whole story in the history', async () => {
      const history = await chat.says('guest', script.history);
      expect(history).toMatch(new RegExp(`${words.proposed}.*→.*${words.agreed}`));
      expect(history).toContain('First');
      expect(history).toContain('Second');
    });
  });
}
