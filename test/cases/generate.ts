/** Writes NAME.txt and NAME.jsonl of each series from its documents.yaml: `npx jiti test/cases/generate.ts`. */
import { writeFileSync } from 'node:fs';
import { SERIES, madeDocuments, seriesFolder } from './series.js';

for (const series of SERIES) {
  for (const { name, text, claims } of madeDocuments(series)) {
    writeFileSync(`${seriesFolder(series)}${name}.txt`, text);
    writeFileSync(
      `${seriesFolder(series)}${name}.jsonl`,
      claims.map((claim) => `${JSON.stringify(claim)}\n`).join(''),
    );
  }
}
