import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { Token } from './token.js';
import { TokenPhrases, type PhraseAt } from './token-phrases.js';

const words = z.array(z.string());
const schema = z.strictObject({
  source: words,
  stops: words,
  seizers: words,
  takes: words,
  holds: words,
  cargoes: words,
  meant: words,
  headings: words,
  columns: z.strictObject({ vessel: words, place: words, route: words, goods: words, declared: words }),
});

type Data = z.output<typeof schema>;
type List = Exclude<keyof Data, 'source' | 'columns'>;
/** What a column of a table of seizures holds. */
export type Column = keyof Data['columns'];

/** The words of `data/claims/seizures.yaml`. */
export class SeizureWords {
  private readonly lists: Readonly<Record<List, TokenPhrases<true>>>;
  private readonly columns: Data['columns'];

  constructor() {
    const data = readYaml(join(DATA_FOLDER, 'claims', 'seizures.yaml'), schema);
    this.columns = data.columns;
    const set = (list: List) => new TokenPhrases(data[list].map((phrase) => [phrase, true] as const));
    this.lists = {
      stops: set('stops'),
      seizers: set('seizers'),
      takes: set('takes'),
      holds: set('holds'),
      cargoes: set('cargoes'),
      meant: set('meant'),
      headings: set('headings'),
    };
  }

  /** The phrases of a list in a sentence, none over another. */
  find(list: List, tokens: readonly Token[]): PhraseAt<true>[] {
    const found: PhraseAt<true>[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const [longest] = this.lists[list].at(tokens, i);
      if (longest === undefined) continue;
      found.push(longest);
      i = longest.last;
    }
    return found;
  }

  /** What a column holds, by its head; null where the head says nothing of these. */
  columnOf(head: string): Column | null {
    const words = head.toLowerCase().trim();
    const columns = Object.entries(this.columns) as [Column, string[]][];
    return (
      columns.find(([, heads]) =>
        heads.some((known) => known === words || words.startsWith(`${known} `)),
      )?.[0] ?? null
    );
  }

  /** Whether plain words, not tagged, have one of a list among them. */
  among(list: List, text: string): boolean {
    return text
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some((word) => this.lists[list].hasForm(word));
  }
}
