const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of a long text as a digest has room for, never cut inside a character; line breaks become spaces. */
export function excerpt(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  let characters = 0;
  for (const { index } of graphemes.segment(line)) {
    if (characters === most) return `${line.slice(0, index).trimEnd()}…`;
    characters += 1;
  }
  return line;
}
