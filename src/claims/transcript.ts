import type { Document } from '../model/document.js';
import type { Sentence } from './sentences.js';
import type { Saying } from './sayings.js';
import type { Speaker } from './speakers.js';

/** A transcript's speaker label ("MR. KIRBY:") gives its whole block to that speaker. */
export function withLabel(sentence: Sentence, document: Document, sayings: readonly Saying[]): Saying[] {
  const block = document.blocks[sentence.block];
  if (!block) return [...sayings];
  const opening = document.text.slice(block.span[0], block.span[0] + 80);
  const label = /^(?:\[?[\d:]{4,8}\]?\s*)?((?:MR|MS|MRS|DR|GEN|SECRETARY|MINISTER|PRESIDENT|AMBASSADOR)?\.? ?\p{Lu}[\p{Lu} .'-]{1,40}|Q):\s/u.exec(opening)?.[1]?.trim();
  if (label === undefined || /^(?:UPDATE|CORRECTION|NOTE|EDITOR|PHOTO|SEOUL|PRESENTER|REPORTER|HOST|ANCHOR|MODERATOR)/.test(label)) return [...sayings];
  const surname = label.split(' ').at(-1) ?? label;
  const known = new RegExp(`\\p{Lu}[\\p{Ll}'-]+ (?:\\p{Lu}[\\p{Ll}'-]+ )?${surname.slice(0, 1)}${surname.slice(1).toLowerCase()}\\b`, 'u').exec(`${document.title ?? ''} ${document.text}`)?.[0];
  const question = label === 'Q';
  const speaker: Speaker = {
    span: [block.span[0], block.span[0]],
    who: question ? 'reporter' : (known ?? label.toLowerCase()),
    kind: question || known === undefined ? 'unnamed' : 'person',
    medium: false,
    titles: [],
    state: null,
    many: false,
  };
  if (sayings.length === 0) return question ? [] : [{ at: 0, chain: [{ speaker, role: 'claimant' }], modality: 'asserted', rule: 'transcript-label' }];
  return sayings.map((saying) => ({ ...saying, chain: [{ speaker, role: 'relay' as const }, ...saying.chain] }));
}

