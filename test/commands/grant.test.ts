import { describe, expect, it } from 'vitest';
import { withCoordination } from '../support/coordination.js';

const people = withCoordination();

describe('a role', () => {
  it('is given at once, and the reply says how to take it back', async () => {
    expect(await people.guest.says('update wine-institute status=agreed')).toMatch(
      /Only coordinators.*\(Chen Jing\) for the role, or tell them the news/,
    );
    expect(await people.admin.says('grant <@UGUEST|guest> coordinator')).toMatch(
      /guest now has the role: Coordinator of all cities\. “revoke slack:T1:UGUEST” takes it back/,
    );
    expect(await people.guest.says('update wine-institute status=agreed')).toContain('Please check');
    expect(await people.admin.says('grant slack:T1:UGUEST coordinator rome, Nice and 烟台')).toContain(
      '“grant slack:T1:UGUEST coordinator” takes it back',
    );
    expect(await people.admin.says('revoke slack:T1:UGUEST')).toContain(
      '“grant slack:T1:UGUEST coordinator Rome, Nice, Yantai” takes it back',
    );
    expect(await people.guest.says('confirm')).toContain('Only coordinators');
    await people.admin.says('grant slack:T1:UGUEST coordinator Rome, Nice, Yantai');
    expect(await people.admin.says('收回 slack:T1:UGUEST')).toContain(
      '“授权 slack:T1:UGUEST 协调员 罗马、尼斯、烟台”',
    );
  });

  it('is given in either language, and changed by the name that the list of people has', async () => {
    expect(await people.admin.says('授权 wechat:default:wxid_ann 协调员 罗马、烟台')).toContain(
      '协调员（罗马和烟台）',
    );
    await people.anna.says('timezone Europe/Rome');
    expect(await people.admin.says('grant Anna coordinator haikou')).toContain('Coordinator of Haikou');
    expect(await people.admin.says('revoke Anna')).toContain('Anna has no role any more');
    expect(await people.admin.says('grant slack:T1:UANNA coordinator')).toContain('of all cities');
  });

  it('is not given by a name that somebody chose: the admin sees the id first', async () => {
    const stranger = people.bot.person('wechat:default:stranger', { name: 'Zhang San' });
    await stranger.says('language en');
    expect(await people.admin.says('grant Zhang San coordinator rome, nice')).toMatch(
      /“Zhang San” is only a shown name.*Nothing was changed\.\n• Zhang San — Delegate\n {2}wechat:default:stranger\n1 wechat:default:stranger$/s,
    );
    expect(await stranger.says('update wine-institute status=agreed')).toContain('Only coordinators');
    expect(await people.admin.says('1')).toContain(
      'Zhang San now has the role: Coordinator of Rome and Nice. “revoke wechat:default:stranger” takes it back',
    );
    expect(await people.admin.says('收回 Zhang San')).toContain('已收回Zhang San的角色');
  });

  it('of one of two people with the same name is not touched before the admin chose by the id', async () => {
    await people.yantai.says('语言 zh');
    await people.bot.person('wechat:default:second-wang', { name: '王芳' }).says('语言 zh');
    expect(await people.admin.says('revoke 王芳')).toMatch(
      /• 王芳：协调员（烟台）\n {2}wechat:default:yantai\n• 王芳：代表\n.*\n1 wechat:default:yantai · 2 wechat:default:second-wang/,
    );
    expect(await people.admin.says('授权 王芳 管理员')).toMatch(
      /显示名.*什么都没有改动.*1 wechat:default:yantai/s,
    );
    expect(await people.admin.says('people')).toContain('王芳 — Coordinator of Yantai');
  });

  it('is for admins alone to give', async () => {
    for (const command of ['grant slack:T1:UANNA admin', 'revoke wechat:default:liwei', 'people']) {
      expect(await people.anna.says(command)).toContain('Only admins');
    }
    expect(people.bot.app.store.view().all('refusals').at(-1)).toMatchObject({ command: 'people' });
  });

  it('shows in the list of people, with every contact', async () => {
    const list = await people.admin.says('people');
    expect(list).toMatch(/Chen Jing|slack:T1:UADMIN/);
    expect(list).toContain('Coordinator of Yantai');
    expect(list).toContain('wechat:default:liwei');
    expect(await people.admin.says('人员')).toContain('协调员（烟台）');
  });
});

describe('the last admin', () => {
  it('of the configuration can’t be removed by command', async () => {
    expect(await people.admin.says('revoke slack:T1:UADMIN')).toMatch(
      /by the bot’s configuration.*Nothing was changed/,
    );
  });

  it('is none who was made one beside that of the configuration, so this one may go', async () => {
    await people.admin.says('grant console:local:me admin');
    expect(await people.admin.says('revoke console:local:me')).toContain('no role any more');
  });
});

it.each([
  ['grant', /Who is it/],
  ['grant slack:T1:UX', /Which role\? Possible: delegate, coordinator or admin/],
  ['grant slack:T1:C1 admin', /“slack:T1:C1” is no person/],
  ['grant wechat:default:1@chatroom admin', /is no person/],
  ['grant Nobody coordinator', /nobody called “Nobody”/],
  ['grant slack:T1:UX coordinator Berlin', /“Berlin”.*Yantai/],
  ['grant slack:T1:UX admin rome', /Only coordinators are for certain cities/],
  ['grant slack:T1:UANNA coordinator', /already has the role/],
  ['revoke', /Who is it/],
  ['revoke slack:T1:UNOBODY', /has no role/],
])('says what is wrong with %s', async (typed, expected) => {
  const reply = await people.admin.says(typed);
  expect(reply).toMatch(expected);
  expect(reply).toContain('Nothing was changed.');
});
