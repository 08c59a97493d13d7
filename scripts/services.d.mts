/** The folder of `initdb` and `postgres`, installed where that is possible. */
export function ensurePostgres(): Promise<string>;
/** The path of Chromium's program, installed where that is possible. */
export function ensureChromium(): Promise<string>;
/** A throw-away server, which ends with `stop` or with this process; `restart` breaks every connection, as a crash does. */
export function startPostgres(): Promise<{ readonly url: string; restart(): void; stop(): Promise<void> }>;
