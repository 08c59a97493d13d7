import { z } from 'zod';

/** Where bytes came from, once for each time they were obtained from a new place. */
export const originSchema = z
  .object({
    /** `https://…`, `file:relative/name.pdf`, or `container!inner` for a part of another source. */
    uri: z.string(),
    /** ISO 8601 UTC time at which the bytes were obtained. For a WARC record, when its crawler fetched them. */
    obtained: z.iso.datetime(),
    method: z.enum(['file', 'url', 'feed', 'warc', 'attachment']),
    /** SHA-256 of the source it was found in (a WARC file, a feed, a mail); null where it stands alone. */
    container: z.string().nullable(),
    /** What the feed or server said of it; hints, used where the document itself is silent. */
    hints: z
      .object({
        title: z.string().nullable(),
        publisher: z.string().nullable(),
        published: z.string().nullable(),
        charset: z.string().nullable(),
      })
      .partial()
      .readonly(),
  })
  .readonly();

/** Archived bytes; the same bytes from two places are one source with two origins. */
export const sourceSchema = z
  .object({
    /** SHA-256 of the bytes, which is also their name in the archive. */
    id: z.string().regex(/^[0-9a-f]{64}$/),
    /** Detected from content first, then from what the sender declared and the name. */
    media_type: z.string(),
    /** Bytes. */
    size: z.number().int().nonnegative(),
    origins: z.array(originSchema).min(1).readonly(),
  })
  .readonly();

export type Origin = z.output<typeof originSchema>;
export type Source = z.output<typeof sourceSchema>;
