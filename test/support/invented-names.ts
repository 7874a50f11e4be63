/** Numbers from 0 up to, not including, 1: the same ones for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An element of a list that has one. */
export function pick<T>(list: readonly T[], random: () => number): T {
  const element = list[Math.floor(random() * list.length)];
  if (element === undefined) throw new Error('nothing to pick from');
  return element;
}

/** Syllables and the characters that Chinese would write them with. */
const SYLLABLES = [
  ['ba', '巴'],
  ['be', '贝'],
  ['do', '多'],
  ['du', '杜'],
  ['fa', '法'],
  ['gre', '格'],
  ['ka', '卡'],
  ['ko', '科'],
  ['la', '拉'],
  ['le', '莱'],
  ['lo', '洛'],
  ['ma', '马'],
  ['mi', '米'],
  ['mo', '莫'],
  ['na', '纳'],
  ['ni', '尼'],
  ['pa', '帕'],
  ['ra', '拉'],
  ['ri', '里'],
  ['ro', '罗'],
  ['sa', '萨'],
  ['so', '索'],
  ['ta', '塔'],
  ['te', '特'],
  ['ti', '蒂'],
  ['va', '瓦'],
  ['ve', '韦'],
  ['wi', '维'],
  ['ya', '亚'],
  ['ze', '泽'],
] as const;

export interface Name {
  id: string;
  en: string;
  zh: string;
}

/** As many different place names as are asked for, each in Latin letters and in Han characters. */
export function inventNames(count: number, random: () => number): Name[] {
  const names = new Map<string, Name>();
  const chinese = new Set<string>();
  while (names.size < count) {
    const length = 3 + Math.floor(random() * 2);
    const parts = Array.from({ length }, () => pick(SYLLABLES, random));
    const id = parts.map(([latin]) => latin).join('');
    const zh = parts.map(([, han]) => han).join('');
    if (names.has(id) || chinese.has(zh)) continue;
    chinese.add(zh);
    names.set(id, { id, en: id.charAt(0).toUpperCase() + id.slice(1), zh });
  }
  return [...names.values()];
}

/** Subjects of missions and pilots. */
export const SUBJECTS: readonly Name[] = [
  { id: 'solar-power', en: 'solar power', zh: '太阳能' },
  { id: 'wind-power', en: 'wind power', zh: '风电' },
  { id: 'cycling', en: 'cycling', zh: '自行车出行' },
  { id: 'metro', en: 'metro lines', zh: '地铁' },
  { id: 'ports', en: 'ports', zh: '港口' },
  { id: 'flood-protection', en: 'flood protection', zh: '防洪' },
  { id: 'recycling', en: 'recycling', zh: '垃圾分类' },
  { id: 'air-quality', en: 'air quality', zh: '空气质量' },
  { id: 'urban-gardens', en: 'urban gardens', zh: '城市花园' },
  { id: 'libraries', en: 'libraries', zh: '图书馆' },
  { id: 'theatre', en: 'theatre', zh: '戏剧' },
  { id: 'ceramics', en: 'ceramics', zh: '陶瓷' },
  { id: 'silk', en: 'silk', zh: '丝绸' },
  { id: 'tea', en: 'tea', zh: '茶叶' },
  { id: 'olive-oil', en: 'olive oil', zh: '橄榄油' },
  { id: 'robotics', en: 'robotics', zh: '机器人' },
  { id: 'drones', en: 'drones', zh: '无人机' },
  { id: 'open-data', en: 'open data', zh: '开放数据' },
  { id: 'nursing', en: 'nursing', zh: '护理' },
  { id: 'football', en: 'football', zh: '足球' },
];
