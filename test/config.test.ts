import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

const faultsOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env);
  return 'faults' in read ? read.faults : [];
};
const configOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.config;
};

describe('the environment', () => {
  it('may be empty: then the defaults hold and no platform is configured', () => {
    const config = configOf({});
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(config.defaults).toEqual({ locale: 'en', timezone: 'UTC' });
    expect(config.slack).toBeUndefined();
    expect(config.wechat).toBeUndefined();
  });

  it('treats an empty variable as one that is not set', () => {
    expect(configOf({ SLACK_BOT_TOKEN: '', UCAP_LOCALE: ' ' }).slack).toBeUndefined();
  });

  it('reports every fault at once, by variable and without the value', () => {
    const faults = faultsOf({
      PORT: 'ninety',
      UCAP_LOCALE: 'de',
      UCAP_TIMEZONE: 'Middle/Earth',
      UCAP_ADMINS: 'slack:T1:U1,marco',
      DATABASE_URL: 'mysql://secret@host/db',
      LOG_LEVEL: 'loud',
    });
    expect(faults.map(({ variable }) => variable)).toEqual([
      'PORT',
      'DATABASE_URL',
      'UCAP_ADMINS',
      'UCAP_LOCALE',
      'UCAP_TIMEZONE',
      'LOG_LEVEL',
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/secret|marco|ninety/);
  });

  it('reads the admins as ids', () => {
    expect([...configOf({ UCAP_ADMINS: 'slack:T1:U1, wechat:default:wxid_ann' }).admins]).toEqual([
      'slack:T1:U1',
      'wechat:default:wxid_ann',
    ]);
  });
});

describe('Slack', () => {
  it('runs over HTTP with a bot token and a signing secret', () => {
    expect(configOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).slack).toMatchObject({
      mode: 'http',
    });
  });

  it('runs over Socket Mode with an app token beside the bot token', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' };
    expect(configOf(env).slack).toMatchObject({ mode: 'socket' });
  });

  it('serves several workspaces with a client id, both secrets and the signing secret', () => {
    const env = {
      SLACK_CLIENT_ID: '1',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_STATE_SECRET: 't',
      SLACK_SIGNING_SECRET: 's',
    };
    expect(configOf(env).slack).toMatchObject({ mode: 'oauth' });
  });

  it('names what is missing when half of a way is configured', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1' }).map(({ variable }) => variable)).toEqual([
      'SLACK_SIGNING_SECRET',
    ]);
    expect(faultsOf({ SLACK_APP_TOKEN: 'xapp-1' }).map(({ variable }) => variable)).toEqual([
      'SLACK_BOT_TOKEN',
    ]);
    expect(faultsOf({ SLACK_CLIENT_ID: '1' }).map(({ variable }) => variable)).toEqual([
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'SLACK_SIGNING_SECRET',
    ]);
  });
});

describe('a token that can’t work', () => {
  it('is named, whichever way Slack is reached, and never shown', () => {
    const faults = faultsOf({ SLACK_BOT_TOKEN: 'xapp-1-mixed-up', SLACK_APP_TOKEN: 'xoxb-mixed-up' });
    expect(faults).toEqual([
      { problem: 'invalid', variable: 'SLACK_BOT_TOKEN' },
      { problem: 'invalid', variable: 'SLACK_APP_TOKEN' },
    ]);
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: 's' })).toHaveLength(1);
  });

  it('is no token that Slack rotates, nor one of another Web API', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxe.xoxb-1-2', SLACK_SIGNING_SECRET: 's' })).toEqual([]);
    const elsewhere = { SLACK_API_URL: 'http://127.0.0.1:9/api/', SLACK_SIGNING_SECRET: 's' };
    expect(faultsOf({ SLACK_BOT_TOKEN: 'mine', ...elsewhere })).toEqual([]);
  });

  it('of a WeChat gateway needs the puppet that uses it', () => {
    const token = { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_1' };
    expect(faultsOf(token)).toEqual([{ problem: 'missing', platform: 'wechat', variable: 'WECHATY_PUPPET' }]);
    expect(faultsOf({ ...token, WECHATY_PUPPET: 'wechaty-puppet-service' })).toEqual([]);
  });
});
