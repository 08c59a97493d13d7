import type { Block, Document } from '../model/document.js';
import type { Sentence } from './sentences.js';
import { sayingOf, type Saying } from './saying.js';
import type { Speaker } from './speaker.js';

const LABEL =
  /^(?:\[?[\d:]{4,8}\]?\s*)?((?:MR|MS|MRS|DR|GEN|SECRETARY|MINISTER|PRESIDENT|AMBASSADOR)?\.? ?\p{Lu}[\p{Lu} .'-]{1,40}|Q):?\s/u;

function labelIn(opening: string): string | undefined {
  const found = LABEL.exec(opening);
  const colon = found !== null && (found[0].trimEnd().endsWith(':') || found[1] === 'Q');
  return colon ? found[1]?.trim() : undefined;
}

/** The paragraph with the label under which one stands: its own, or in a transcript the last before it. */
function labelledBlock(document: Document, index: number): Block | undefined {
  const labelled = document.blocks.filter(
    (block) => labelIn(document.text.slice(block.span[0], block.span[0] + 80)) !== undefined,
  ).length;
  for (let i = index; i >= 0; i--) {
    const block = document.blocks[i];
    if (block?.dropped !== null) continue;
    if (labelIn(document.text.slice(block.span[0], block.span[0] + 80)) !== undefined) return block;
    if (labelled < 4) return undefined;
  }
  return undefined;
}

/** A transcript's speaker label ("MR. KIRBY:") gives its whole block to that speaker. */
export function withLabel(sentence: Sentence, document: Document, sayings: readonly Saying[]): Saying[] {
  const block = labelledBlock(document, sentence.block);
  if (!block) return [...sayings];
  const opening = document.text.slice(block.span[0], block.span[0] + 80);
  const label = labelIn(opening);
  if (
    label === undefined ||
    /^(?:UPDATE|CORRECTION|NOTE|EDITOR|PHOTO|SEOUL|PRESENTER|REPORTER|HOST|ANCHOR|MODERATOR)/.test(label)
  )
    return [...sayings];
  const surname = label.split(' ').at(-1) ?? label;
  const known = new RegExp(
    `\\p{Lu}[\\p{Ll}'-]+ (?:\\p{Lu}[\\p{Ll}'-]+ )?${surname.slice(0, 1)}${surname.slice(1).toLowerCase()}\\b`,
    'u',
  ).exec(`${document.title ?? ''} ${document.text}`)?.[0];
  const question = label === 'Q';
  const speaker: Speaker = {
    span: [block.span[0], block.span[0]],
    who: question ? 'reporter' : (known ?? label.toLowerCase()),
    kind: question || known === undefined ? 'unnamed' : 'person',
    medium: false,
    titles: [],
    state: null,
    many: false,
    body: null,
  };
  if (sayings.length === 0) return question ? [] : [whole(speaker, 'transcript-label')];
  return sayings.map((saying) => ({
    ...saying,
    chain: [{ speaker, role: 'relay' as const }, ...saying.chain],
  }));
}

/** A table's row is a sentence, and the speaker that its first cells name says what the others hold. */
export function withRow(
  sentence: Sentence,
  document: Document,
  speakers: readonly Speaker[],
  sayings: readonly Saying[],
): Saying[] {
  const [first] = speakers;
  if (sayings.length > 0 || document.blocks[sentence.block]?.kind !== 'table_row' || first === undefined)
    return [...sayings];
  return [whole(first, 'table-row')];
}

/** A saying that gives a whole sentence to a speaker who is not named within it. */
const whole = (speaker: Speaker, rule: string): Saying =>
  sayingOf(speaker, { at: 0, first: 0, last: -1, rule });
