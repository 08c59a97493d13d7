const MiB = 2 ** 20;
const GiB = 2 ** 30;

/**
 * How much is taken in before a source is refused as `too-large`, in bytes unless the name says otherwise. Documents
 * are held in memory, containers are streamed.
 */
export const LIMITS = {
  /** One document. The longest monitoring reports, with maps, are near 30 MB; a page beyond twice that is a dump. */
  document: 64 * MiB,
  /** A WARC or WACZ as it lies on disk. Crawlers cut a WARC at 1 GB; a WACZ holds a few. */
  container: 4 * GiB,
  /** What one container may unpack to. */
  unpacked: 16 * GiB,
  /** Unpacked over packed bytes, once `ratioFrom` bytes are unpacked. Pages pack to a tenth, bombs to a thousandth. */
  ratio: 200,
  ratioFrom: 16 * MiB,
  /** The header of one WARC record, or of the response in it. */
  recordHeader: MiB,
  /** Images of a crawled page below this are its icons and buttons, too small to be read as a scanned page. */
  pageImage: 20 * 1024,
  /** A container within a container within a container is where reading stops. */
  depth: 3,
  /** One fetched address, counted after decompression. */
  fetch: 50_000_000,
  redirects: 5,
  /** From the first connection to the last byte, over all redirects. */
  fetchMilliseconds: 120_000,
  /** Without a byte, a header or a connection. */
  idleMilliseconds: 20_000,
  /** Pages fetched for the entries of one feed. */
  feedFetches: 500,
} as const satisfies Record<string, number>;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
