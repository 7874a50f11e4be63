import type { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { askerOf } from '../../../src/adapters/slack/asker.js';
import { openedFrom } from '../../../src/adapters/slack/form-names.js';

const client = {} as webApi.WebClient; // Nobody calls it here.
const user = { id: 'UANNA', team_id: 'THOME' };
const where = (acted: Parameters<typeof askerOf>[0], contextTeam?: string) => {
  const { team, channel } = askerOf(acted, client, contextTeam);
  return [team, channel];
};

test('who presses a button in a channel asks there', () => {
  expect(askerOf({ user, team: { id: 'T1' }, channel: { id: 'C1' } }, client, 'T1')).toEqual({
    client,
    team: 'T1',
    user: 'UANNA',
    channel: 'C1',
  });
});

test('what is pressed in a view belongs where the view was opened', () => {
  const view = { private_metadata: openedFrom('C7') };
  expect(where({ user, view }, 'T1')).toEqual(['T1', 'C7']);
  expect(where({ user, view: { private_metadata: 'of an older version' } }, 'T1')).toEqual(['T1', 'UANNA']);
  expect(where({ user, view: {} }, 'T1')).toEqual(['T1', 'UANNA']);
});

test('the workspace is the one that has the app, not the guest’s own', () => {
  expect(where({ user, team: { id: 'T1' }, channel: { id: 'C1' } }, 'TAPP')).toEqual(['TAPP', 'C1']);
  expect(where({ user, team: { id: 'T1' }, channel: { id: 'C1' } })).toEqual(['T1', 'C1']);
  expect(where({ user, team: null, channel: { id: 'C1' } })).toEqual(['THOME', 'C1']);
});
