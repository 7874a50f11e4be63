/**
 * Loads a package with a large table at once, where one is first needed: most questions need none. Node's own `module` is taken
 * from the process, since importing it costs every start 2 ms.
 */
export function loadTable(name: 'opencc-js/t2cn' | 'pinyin-pro'): unknown {
  const { createRequire } = process.getBuiltinModule('node:module');
  return createRequire(import.meta.url)(name);
}
