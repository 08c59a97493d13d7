import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildNote } from './committee-note.js';
import { buildReport } from './report-pdf.js';
import { buildScannedMemo } from './scanned-memo.js';

/** Makes the binary sources of the sample case; the others are written by hand. `npm run samples` writes them. */

const SOURCES = fileURLToPath(new URL('north-korea-russia/sources', import.meta.url));

/** The bytes of each generated file; the same bytes on every run. */
export const GENERATED: Readonly<Record<string, () => Promise<Buffer>>> = {
  '08-committee-note.docx': buildNote,
  '09-rajin-counts.pdf': buildReport,
  '14-scanned-memo.pdf': buildScannedMemo,
};

async function writeGenerated(): Promise<void> {
  mkdirSync(SOURCES, { recursive: true });
  for (const [name, build] of Object.entries(GENERATED)) {
    const bytes = await build();
    writeFileSync(join(SOURCES, name), bytes);
    console.log(`${name}: ${String(bytes.length)} bytes`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeGenerated();
