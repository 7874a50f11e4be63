import { describe, expect, it } from 'vitest';
import type { Speaker } from '../support/chat.js';
import { withCoordination } from '../support/coordination.js';

const MINUTE = 60_000;
const people = withCoordination();
const codeOf = async (speaker: Speaker, text = 'link') =>
  /^link (\w{8})$/m.exec(await speaker.says(text))?.[1] ?? '';
const contact = (id: string) => people.bot.person(`wechat:default:${id}`, { name: id });

describe('a one-time code', () => {
  it('joins a contact to the person who asked for it, with role and language', async () => {
    await people.anna.says('language en');
    const phone = contact('anna-phone');
    expect(await phone.says(`link ${await codeOf(people.anna)}`)).toMatch(
      /belongs to Anna \(Coordinator of all cities\)/,
    );
    expect(await phone.says('更新 葡萄酒学院 状态=已签约')).toContain('Please check');
    expect(await phone.says('discard')).toContain('Discarded');
    expect(await people.admin.says('people')).toContain('slack:T1:UANNA · wechat:default:anna-phone');
  });

  it('is shown literally in either language, and read in any form', async () => {
    const code = await codeOf(people.liWei, '绑定');
    expect(code).toMatch(/^\w{8}$/);
    const tablet = contact('liwei-tablet');
    expect(await tablet.says(`绑定 ${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).toContain(
      '已绑定到李伟',
    );
  });

  it('works once', async () => {
    const code = await codeOf(people.anna);
    expect(await contact('second').says(`link ${code}`)).toContain('belongs to Anna');
    expect(await contact('third').says(`link ${code}`)).toMatch(/not valid.*4 more times/);
  });

  it('works for ten minutes, also after a restart', async () => {
    const [kept, late] = [await codeOf(people.anna), await codeOf(people.anna)];
    await people.bot.restarts();
    people.bot.passes(9 * MINUTE);
    expect(await contact('in-time').says(`link ${kept}`)).toContain('belongs to Anna');
    people.bot.passes(2 * MINUTE);
    expect(await contact('too-late').says(`link ${late}`)).toContain('not valid');
  });

  it('can be guessed at five times only', async () => {
    const guesser = contact('guesser');
    for (const left of ['4 more times', '3 more times', '2 more times', '1 more time']) {
      expect(await guesser.says('link ABCDEFGH')).toContain(left);
    }
    expect(await guesser.says('link ABCDEFGH')).toContain('Too many wrong codes');
    const code = await codeOf(people.anna);
    expect(await guesser.says(`link ${code}`)).toContain('Too many wrong codes');
    people.bot.passes(11 * MINUTE);
    expect(await guesser.says(`link ${await codeOf(people.anna)}`)).toContain('belongs to Anna');
  });

  it('is kept as a hash only', async () => {
    const code = await codeOf(people.guest);
    expect(JSON.stringify(people.bot.app.store.view().all('linkCodes'))).not.toContain(code);
  });

  it('keeps the person who asked for it: what the contact was by itself is gone', async () => {
    await people.admin.says('grant wechat:default:old coordinator');
    const old = contact('old');
    await old.says(`link ${await codeOf(people.guest)}`);
    expect(await old.says('update wine-institute status=agreed')).toContain('Only coordinators');
    expect(await people.admin.says('people')).not.toContain('wechat:default:old');
  });

  it('is not shown in a room, where everybody would read it', async () => {
    const inRoom = people.bot.person('wechat:default:liwei', { conversation: 'wechat:default:1@chatroom' });
    const reply = await inRoom.says('link');
    expect(reply).not.toMatch(/link \w{8}/);
  });

  it('of somebody else is given to an admin', async () => {
    const code = /link (\w{8})/.exec(await people.admin.says('link wechat:default:yantai'))?.[1];
    expect(await contact('yantai-new').says(`link ${code}`)).toMatch(/Coordinator of Yantai/);
    expect(await people.anna.says('link wechat:default:yantai')).toContain('is no code');
    await people.guest.says('language en');
    expect(await people.admin.says('link Guest')).toMatch(/only a shown name.*\n1 slack:T1:UGUEST$/s);
    expect(await people.admin.says('1')).toMatch(/Guest can send me these words.*link \w{8}/s);
    expect(await people.admin.says('link up')).toContain('“up” is neither a code nor somebody I know');
  });
});

describe('unlink', () => {
  it('lets a contact stand by itself again, without the role', async () => {
    const phone = contact('anna-phone');
    expect(await phone.says('unlink')).toContain('no role from Anna');
    expect(await phone.says('update wine-institute status=agreed')).toContain('Only coordinators');
    expect(await phone.says('unlink')).toContain('not joined to any other');
    expect(await people.anna.says('update wine-institute status=agreed')).toContain('Please check');
  });

  it('takes the name along that was the contact’s own', async () => {
    await people.admin.says('grant console:local:rome-desk coordinator rome');
    const desk = people.bot.person('console:local:rome-desk');
    const phone = contact('wxid_b');
    await phone.says(`link ${await codeOf(desk)}`);
    await phone.says('timezone Europe/Rome');
    expect(await phone.says('unlink')).toContain('no role from rome-desk');
    expect(await people.admin.says('people')).toMatch(/rome-desk — Coordinator of Rome/);
  });

  it('of the first contact leaves the role with the others', async () => {
    expect(await people.liWei.says('解绑')).toContain('已解绑');
    expect(await contact('liwei-tablet').says('更新 葡萄酒学院 状态=已签约')).toContain('请核对');
    expect(await people.liWei.says('更新 葡萄酒学院 状态=已签约')).toContain('只有协调员');
  });
});
