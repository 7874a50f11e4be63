import { beforeEach, describe, expect, test } from 'vitest';
import { conversationId, type RoomBook, Rooms } from '../../../src/adapters/wechat/rooms.js';

let rows: { id: ReturnType<typeof conversationId>; title?: string }[];
let left: string[];
let rooms: Rooms;
const book: RoomBook = {
  all: () => rows,
  retitle: async (id, title) => {
    rows = rows.map((row) => (row.id === id ? { ...row, title } : row));
  },
  left: async (id, title) => {
    left.push(`${id} ${title}`);
  },
};
const old = conversationId('old@chatroom');

beforeEach(() => {
  rows = [{ id: old, title: '柳州试点' }];
  left = [];
  rooms = new Rooms(book);
});

test('a room is known by its id, whatever its name', async () => {
  rooms.refresh([{ id: 'old@chatroom', topic: '新名字' }]);
  expect(rooms.conversationOf('old@chatroom')).toBe(old);
  expect(rooms.addressOf(old)).toEqual({ wechatId: 'old@chatroom' });
  await rooms.seen('old@chatroom');
  expect(rows[0]?.title).toBe('新名字');
});

test('a room that got a new id keeps its settings by its name', () => {
  rooms.refresh([
    { id: 'new@chatroom', topic: '柳州试点' },
    { id: 'other@chatroom', topic: '南京' },
  ]);
  expect(rooms.conversationOf('new@chatroom')).toBe(old);
  expect(rooms.addressOf(old)).toEqual({ wechatId: 'new@chatroom' });
  expect(rooms.conversationOf('other@chatroom')).toBe(conversationId('other@chatroom'));
});

describe('two rooms of one name', () => {
  test('are refused rather than guessed', () => {
    rooms.refresh([
      { id: 'a@chatroom', topic: '柳州试点' },
      { id: 'b@chatroom', topic: '柳州试点' },
    ]);
    expect(rooms.addressOf(old)).toEqual({ refused: 'same-name' });
    expect(rooms.conversationOf('a@chatroom')).toBe(conversationId('a@chatroom'));
  });

  test('do not share settings while the right one is still there', () => {
    rooms.refresh([
      { id: 'old@chatroom', topic: '柳州试点' },
      { id: 'b@chatroom', topic: '柳州试点' },
    ]);
    expect(rooms.conversationOf('b@chatroom')).toBe(conversationId('b@chatroom'));
    expect(rooms.addressOf(old)).toEqual({ wechatId: 'old@chatroom' });
  });

  test('in the state give a new room neither’s settings', () => {
    rows.push({ id: conversationId('older@chatroom'), title: '柳州试点' });
    rooms.refresh([{ id: 'new@chatroom', topic: '柳州试点' }]);
    expect(rooms.conversationOf('new@chatroom')).toBe(conversationId('new@chatroom'));
    expect(rooms.addressOf(old)).toHaveProperty('refused');
  });
});

test('a contact is addressed by its id', () => {
  expect(rooms.addressOf(conversationId('wxid_ann'))).toEqual({ wechatId: 'wxid_ann' });
});

test('a renamed room keeps its settings through a change of ids', async () => {
  rooms.refresh([{ id: 'old@chatroom', topic: '柳州试点' }]);
  await rooms.renamed('old@chatroom', '柳州二期');
  rooms.refresh([{ id: 'new@chatroom', topic: '柳州二期' }]);
  expect(rooms.conversationOf('new@chatroom')).toBe(old);
});

test('being removed is told with the conversation and its name', async () => {
  rooms.refresh([{ id: 'new@chatroom', topic: '柳州试点' }]);
  await rooms.left('new@chatroom');
  expect(left).toEqual([`${old} 柳州试点`]);
  expect(rooms.addressOf(old)).toEqual({ refused: 'no-such-room' });
});
