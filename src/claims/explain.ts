import { overlaps, type Span } from '../core/span.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { ExplainedSentence, Explanation } from '../model/explanation.js';
import type { DraftClaim } from './draft-claim.js';
import { explainedFigures } from './explain-figures.js';
import type { Extractor } from './extract.js';
import type { Mention } from './mentions.js';
import { Notes, type NotedSentence } from './trace-notes.js';

/** Reads a document and tells how: what each sentence holds, the claims made of it, and what made none. */
export function explain(extractor: Extractor, document: Document): Explanation {
  const notes = new Notes();
  const { claims, rejects } = extractor.extract(document, notes);
  return {
    document,
    extractor: extractor.version,
    sentences: notes.sentences.map((noted) => explained(noted, claims, notes.kept)),
    aside: document.blocks.flatMap((block) => {
      const why =
        block.dropped ?? (block.kind === 'header' || block.kind === 'heading' ? `a ${block.kind}` : null);
      return why === null ? [] : [{ span: block.span, why }];
    }),
    claims,
    rejects: rejects.map(({ span: [start, end], reason }) => ({ span: [start, end], reason })),
  };
}

function explained(
  noted: NotedSentence,
  all: readonly Claim[],
  kept: ReadonlySet<DraftClaim>,
): ExplainedSentence {
  const { sentence, mentions, predicates, sayings } = noted.reading;
  const { tokens } = sentence;
  const claims = all.filter(({ span }) => overlaps(span, sentence.span));
  const spanOf = (first: number, last: number): Span => [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  return {
    span: sentence.span,
    tokens: tokens.map(({ start, end, lemma, pos }) => ({ span: [start, end], lemma, pos })),
    figures: explainedFigures(noted, claims),
    mentions: mentions.flatMap(({ mention }) =>
      mention.type === 'figure' ? [] : [{ span: mention.span, type: mention.type, is: meaning(mention) }],
    ),
    predicates: predicates.map(({ first, last, lemma, voice, frames, speech }) => ({
      span: spanOf(first, last),
      lemma,
      voice,
      acts: frames.map(({ name, kind }) => ({ frame: name, kind })),
      speech,
    })),
    speakers: sayings.map(({ rule, modality, chain }) => ({
      rule,
      modality,
      chain: chain.map(({ speaker, role }) => ({ who: speaker.who, role })),
    })),
    claims: claims.map(({ id }) => id),
    near: nearMisses(noted, claims, kept),
  };
}

/** What a mention was taken for. */
function meaning(mention: Exclude<Mention, { type: 'figure' }>): string {
  switch (mention.type) {
    case 'party':
      return mention.id;
    case 'body':
      return mention.organisation.name;
    case 'person':
    case 'vessel':
      return mention.name;
    case 'office':
      return mention.title;
    case 'goods':
      return [mention.class ?? 'unsaid', mention.model, mention.make].filter((part) => part).join(', ');
    case 'place':
      return mention.state === null ? mention.name : `${mention.name}, ${mention.state}`;
    case 'carrier':
      return mention.mode;
    case 'time':
      return mention.time.edtf;
  }
}

/** Goods, acts and drafts that made no claim in the end. */
function nearMisses(
  { reading, drafts, passedOver }: NotedSentence,
  claims: readonly Claim[],
  kept: ReadonlySet<DraftClaim>,
): ExplainedSentence['near'] {
  const { document, sentence, predicates } = reading;
  const wordings = claims
    .flatMap(({ item, quantity }) => [quantity?.wording ?? '', item?.wording ?? ''])
    .filter((wording) => wording !== '');
  const claimed = (span: Span): boolean => {
    const words = document.text.slice(...span);
    return wordings.some((wording) => words.includes(wording) || wording.includes(words));
  };
  const repeated = drafts
    .filter((draft) => !kept.has(draft))
    .map((draft) => ({
      span: wordsOf(draft, document),
      why: `${draft.kind}: said again without anything new, or taken up by another claim`,
    }));
  const goods = passedOver.filter(({ span }) => span === sentence.span || !claimed(span));
  const silent = passedOver.some(({ span }) => span === sentence.span);
  const told = new Set(drafts.map(({ kind }) => kind));
  const idle = predicates
    .filter(({ frames }) => !silent && frames.length > 0 && !frames.some(({ kind }) => told.has(kind)))
    .map(({ first, last, frames }) => ({
      span: [sentence.tokens[first]?.start ?? 0, sentence.tokens[last]?.end ?? 0] as Span,
      why: `${frames[0]?.kind}: nothing beside it that this is done with, to or by`,
    }));
  return [...goods, ...repeated, ...idle];
}

/** The figure or goods of a draft where its sentence has them, else the sentence. */
function wordsOf({ span, quantity, item }: DraftClaim, { text }: Document): Span {
  const words = quantity?.wording ?? item?.wording ?? '';
  const at = words === '' ? -1 : text.slice(...span).indexOf(words);
  return at < 0 ? span : [span[0] + at, span[0] + at + words.length];
}
