import * as z from 'zod';

/** Brings a snapshot of one version, as JSON, to the next. */
export type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/** In version 1 a conversation took announcements or not, whatever its digest. */
const WithoutNews = z.looseObject({
  collections: z.looseObject({
    conversations: z.array(z.union([z.looseObject({}).transform(({ news: _, ...row }) => row), z.unknown()])),
  }),
});

/** The first one brings version 1 to version 2, and so on. What has another shape than its version's is left to the schema. */
export const migrations: readonly Migration[] = [
  (document) => WithoutNews.safeParse(document).data ?? document,
];

/** A snapshot brought up to the newest version. One that is newer already, or of no known version, comes back as it is. */
export function migrated(
  document: Record<string, unknown>,
  steps: readonly Migration[] = migrations,
): Record<string, unknown> {
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return document;
  return steps
    .slice(version - 1)
    .reduce((older, step, index) => ({ ...step(older), version: version + index + 1 }), document);
}
