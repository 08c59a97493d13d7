/**
 * Every failure that Tallyman can name, in one table: its HTTP status, its exit code and what the user can do.
 * Code tells errors apart by `code`, never by their text.
 */
export const ERRORS = {
  usage: { status: 400, exit: 2, remedy: 'See `tallyman help`.' },
  'no-case': {
    status: 404,
    exit: 2,
    remedy: 'Make one with `tallyman init DIR`, or name it with `--case DIR`.',
  },
  'bad-case': { status: 422, exit: 2, remedy: 'Correct the named line of case.yaml.' },
  'case-exists': { status: 409, exit: 2, remedy: 'Choose another folder.' },
  'case-busy': { status: 409, exit: 2, remedy: 'Wait for the other process, or stop it.' },
  'no-ledger': { status: 409, exit: 2, remedy: 'Run `tallyman run` first.' },
  'not-found': {
    status: 404,
    exit: 2,
    remedy: 'List what is there with `tallyman claims`, `findings` or `documents`.',
  },
  outdated: {
    status: 409,
    exit: 2,
    remedy: 'Look at the claim again with `tallyman show`, and judge it once more.',
  },
  'bad-data': { status: 500, exit: 2, remedy: 'Correct the named line of the data file.' },
  'bad-store': { status: 500, exit: 2, remedy: 'Check DATABASE_URL, or run `tallyman doctor`.' },
  'disk-full': {
    status: 507,
    exit: 1,
    remedy: 'Free some space and run the command again; nothing was half written.',
  },
  unreadable: { status: 422, exit: 1, remedy: 'Check that the path exists and may be read.' },
  unsupported: {
    status: 415,
    exit: 1,
    remedy: 'Convert it to HTML, PDF, DOCX, EML, plain text or an image.',
  },
  empty: { status: 422, exit: 1, remedy: 'Obtain the file again; it holds nothing.' },
  'too-large': { status: 413, exit: 1, remedy: 'Split the file, or add only the part that matters.' },
  malformed: { status: 422, exit: 1, remedy: 'Obtain the file again; it is damaged or cut off.' },
  encrypted: { status: 422, exit: 1, remedy: 'Remove the password and add the file again.' },
  'no-text': { status: 422, exit: 1, remedy: 'Check the page in a browser; it may need scripts or a login.' },
  'not-understood': {
    status: 422,
    exit: 1,
    remedy: 'Read the sentence; if it makes a claim, extend the vocabulary (docs/vocabulary.md).',
  },
  'not-borne': {
    status: 422,
    exit: 1,
    remedy: 'Nothing need be done: the text does not bear what the second reader said.',
  },
  'no-answer': {
    status: 502,
    exit: 1,
    remedy: 'Check TALLYMAN_READER_URL, _MODEL and _KEY; the next run with the second reader asks again.',
  },
  'address-refused': {
    status: 403,
    exit: 1,
    remedy: 'Only public http and https addresses are fetched; save the page and add the file.',
  },
  'fetch-failed': { status: 502, exit: 1, remedy: 'Try again later, or save the page and add the file.' },
  'bad-cursor': { status: 400, exit: 2, remedy: 'Begin the list again without `cursor`.' },
  'host-refused': {
    status: 421,
    exit: 1,
    remedy: 'Open the address that `tallyman serve` prints; it answers to no other name.',
  },
  'origin-refused': {
    status: 403,
    exit: 1,
    remedy: 'Only pages of this server may change the case; programs send JSON and no Origin.',
  },
  'token-refused': {
    status: 401,
    exit: 1,
    remedy:
      'Send the token that `tallyman serve` printed: `Authorization: Bearer TOKEN`, or open `/?token=TOKEN`.',
  },
  'too-many': { status: 429, exit: 1, remedy: 'Wait for as many seconds as `Retry-After` says.' },
  'method-refused': {
    status: 405,
    exit: 1,
    remedy: 'See docs/api.md for what may be asked of which address.',
  },
  internal: { status: 500, exit: 1, remedy: 'Please report this with the command that led to it.' },
} as const satisfies Record<string, { status: number; exit: 1 | 2; remedy: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** An expected failure: what went wrong, where (file, line, address), and by its code what to do about it. */
export class TallymanError extends Error {
  override readonly name = 'TallymanError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The file, line or address concerned; null where there is none. */
    readonly where: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get remedy(): string {
    return ERRORS[this.code].remedy;
  }
}

/** The code of a Node.js system error (`ENOENT`, `ENOSPC`), or null for anything else. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** An unexpected value thrown, as text for a reject or a log line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
