import { describe, expect, test } from 'vitest';
import { zoneLabel } from '../../src/bot/iana.js';
import { findTimezone } from '../../src/bot/timezone.js';
import type { City } from '../../src/programme/schema.js';

const winter = new Date('2026-01-15T12:00:00Z');

describe('the time zone that a person means', () => {
  test.each([
    ['Europe/Rome', 'Europe/Rome'],
    ['europe/rome', 'Europe/Rome'],
    ['america/new york', 'America/New_York'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Rome', 'Europe/Rome'],
    ['lord howe', 'Australia/Lord_Howe'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Beijing', 'Asia/Shanghai'],
    ['Italy', 'Europe/Rome'],
    ['Spain', 'Europe/Madrid'],
    ['上海', 'Asia/Shanghai'],
    ['罗马', 'Europe/Rome'],
    ['意大利', 'Europe/Rome'],
    ['中国', 'Asia/Shanghai'],
    ['乌鲁木齐', 'Asia/Urumqi'],
    ['UTC', 'UTC'],
    ['+08:00', 'Etc/GMT-8'],
    ['＋08:00', 'Etc/GMT-8'],
    ['utc+8', 'Etc/GMT-8'],
    ['GMT-3', 'Etc/GMT+3'],
    ['+0', 'UTC'],
  ])('%s is %s', (typed, zone) => {
    expect(findTimezone(typed)).toBe(zone);
  });

  test('an offset that is no whole hour is a place that keeps it all year', () => {
    const zone = findTimezone('+05:30') ?? 'none';
    expect(zoneLabel(zone, winter)).toContain('(UTC+5:30)');
    expect(zoneLabel(zone, new Date('2026-07-15T12:00:00Z'))).toContain('(UTC+5:30)');
  });

  test.each(['', 'Nowhere', '+15:00', '-03:30', 'Europe/Nowhere', 'United States', 'en', 'both'])(
    '%j is none, or more than one',
    (typed) => {
      expect(findTimezone(typed)).toBeUndefined();
    },
  );

  test('a city of the programme has the main time of its country, in both languages', () => {
    const lecce: City = {
      id: 'lecce',
      name: { en: 'Lecce', zh: '莱切' },
      aliases: { en: [], zh: [] },
      country: 'IT',
      participant: true,
      unavailable: [],
      source: { document: 'summary', passage: 'City' },
    };
    const programme = { cities: new Map([['lecce', lecce]]) };
    expect(findTimezone('莱切', programme)).toBe('Europe/Rome');
    expect(findTimezone('Lecce', programme)).toBe('Europe/Rome');
    expect(findTimezone('Lecce')).toBeUndefined();
  });
});

test('a zone is shown with what its clock is ahead of UTC', () => {
  expect(zoneLabel('Europe/Rome', winter)).toBe('Europe/Rome (UTC+1)');
  expect(zoneLabel('Europe/Rome', new Date('2026-07-15T12:00:00Z'))).toBe('Europe/Rome (UTC+2)');
  expect(zoneLabel('Etc/GMT-8', winter)).toBe('UTC+8');
  expect(zoneLabel('America/St_Johns', winter)).toBe('America/St_Johns (UTC-3:30)');
});
