import { overlaps, type Span } from '../core/span.js';
import type { ExplainedFigure, ExplainedSentence, Explanation } from '../model/explanation.js';
import { claimMarkup } from './explained-claim.js';
import { markup, type Markup } from './markup.js';
import { OfflinePage } from './offline-page.js';

const PAGE = new OfflinePage('explanation.css');

/** How documents were read, as one page that opens offline. Equal explanations give equal bytes. */
export function explanationHtml(explanations: readonly Explanation[]): string {
  const title = explanations.length === 1 ? titleOf(explanations[0] as Explanation) : 'How they were read';
  return PAGE.html(
    title,
    markup`<main>
${explanations.map((explanation, n) => documentMarkup(explanation, n + 1))}
</main>`,
  );
}

const titleOf = ({ document }: Explanation): string => document.title ?? document.id.slice(0, 12);

function documentMarkup(explanation: Explanation, number: number): Markup {
  const { document, sentences, claims, aside, rejects, extractor } = explanation;
  const figures = sentences.flatMap((sentence) => sentence.figures);
  const count = (role: ExplainedFigure['role']): number =>
    figures.filter((figure) => figure.role === role).length;
  const facts = [
    document.publisher ?? 'publisher not named',
    document.published === null ? 'no date' : `${document.published.edtf} (${document.published.how})`,
    `read by ${document.reader} and ${extractor}`,
  ];
  const positions = new Map(claims.map(({ id }, index) => [id, index + 1]));
  return markup`<article>
<header>
<h1>${titleOf(explanation)}</h1>
<p>${facts.join(' · ')}</p>
<p>${sentences.length} sentences, ${claims.length} claims; figures: ${count('claimed')} claimed, ${count('distractor')} that count nothing, ${count('free')} free.</p>
${number === 1 ? LEGEND : null}
</header>
<ol class="sentences">
${sentences.map((sentence, n) => sentenceMarkup(sentence, explanation, `d${number}-s${n + 1}`, positions))}
</ol>
${
  aside.length === 0
    ? null
    : markup`<details><summary>${aside.length} blocks that are not read for claims</summary>
<ul>${aside.map(({ span, why }) => markup`<li><b>${why}</b> ${document.text.slice(...span)}</li>`)}</ul></details>`
}
${
  rejects.length === 0
    ? null
    : markup`<details open><summary>${rejects.length} claims that the format refused</summary>
<ul>${rejects.map(({ span, reason }) => markup`<li>${reason}: “${document.text.slice(...span)}”</li>`)}</ul></details>`
}
</article>`;
}

const LEGEND = markup`<p class="legend"><span>Marks:</span>
<mark class="claimed">figure of a claim</mark> <mark class="distractor">figure that counts nothing</mark>
<mark class="free">free figure</mark> <mark class="goods">goods, people</mark> <mark class="who">parties, speakers</mark>
<mark class="where">place, carrier</mark> <mark class="when">time</mark> <mark class="act">act</mark>
<mark class="speech">gives words to somebody</mark></p>`;

function sentenceMarkup(
  sentence: ExplainedSentence,
  { document: { text }, claims }: Explanation,
  id: string,
  positions: ReadonlyMap<string, number>,
): Markup {
  const { tokens, figures, mentions, predicates, speakers, near } = sentence;
  const words = ([start, end]: Span): string => text.slice(start, end);
  const own = claims.filter((claim) => sentence.claims.includes(claim.id));
  return markup`<li id="${id}" class="${own.length > 0 ? 'claims' : 'silent'}">
<p class="text">${markedWords(sentence, text)}</p>
<dl>
<dt>Speaker</dt><dd>${
    speakers.length === 0
      ? 'the publisher'
      : speakers.map(
          ({ chain, rule, modality }) =>
            markup`<div>${chain.map(({ who }) => who).join(' → ')} <code>${rule}</code> ${modality}</div>`,
        )
  }</dd>
${own.map((claim) => claimMarkup(claim, positions))}
${near.map(
  ({ span, why }) =>
    markup`<dt>No claim</dt><dd>${why}${overlapsAll(span, sentence.span) ? null : markup`: “${words(span)}”`}</dd>`,
)}
</dl>
<details><summary>${figures.length} figures, ${mentions.length} names, ${predicates.length} acts, ${tokens.length} tokens</summary>
${
  figures.length === 0
    ? null
    : markup`<table><caption>Figures</caption><tr><th>Words</th><th>Role</th><th>Low</th><th>High</th><th>Unit</th><th>Why</th></tr>
${figures.map(
  (
    figure,
  ) => markup`<tr><td>${figure.wording}</td><td>${figure.role}</td><td>${figure.low ?? ''}</td><td>${figure.high ?? ''}</td>
<td>${figure.unit ?? ''}</td><td>${figure.why ?? figure.claims.map((claim) => `claim ${positions.get(claim)}`).join(', ')}</td></tr>`,
)}</table>`
}
${
  mentions.length === 0
    ? null
    : markup`<table><caption>Names</caption><tr><th>Words</th><th>Type</th><th>Taken for</th></tr>
${mentions.map(({ span, type, is }) => markup`<tr><td>${words(span)}</td><td>${type}</td><td>${is}</td></tr>`)}</table>`
}
${
  predicates.length === 0
    ? null
    : markup`<table><caption>Acts and speech</caption><tr><th>Words</th><th>Lemma</th><th>Voice</th><th>May tell</th></tr>
${predicates.map(
  ({ span, lemma, voice, acts, speech }) =>
    markup`<tr><td>${words(span)}</td><td>${lemma}</td><td>${voice}</td><td>${[...acts.map(({ kind }) => kind), speech === null ? null : `speech, ${speech}`].filter((part) => part !== null).join('; ')}</td></tr>`,
)}</table>`
}
<p class="tokens">${tokens.map(({ span, pos, lemma }) => markup`<span title="${lemma}">${words(span)}<small>${pos}</small></span> `)}</p>
</details>
</li>`;
}

const overlapsAll = (span: Span, sentence: Span): boolean =>
  span[0] === sentence[0] && span[1] === sentence[1];

const MENTION_MARKS: Readonly<Record<ExplainedSentence['mentions'][number]['type'], string>> = {
  party: 'who',
  body: 'who',
  person: 'who',
  office: 'who',
  goods: 'goods',
  place: 'where',
  vessel: 'where',
  carrier: 'where',
  time: 'when',
};

interface Mark {
  readonly span: Span;
  readonly kind: string;
  readonly says: string;
}

/** The sentence with what was found in it marked; marks may overlap, and each stretch has all of its own. */
function markedWords({ span, figures, mentions, predicates }: ExplainedSentence, text: string): Markup[] {
  const marks: Mark[] = [
    ...mentions.map(({ span: at, type, is }) => ({
      span: at,
      kind: MENTION_MARKS[type],
      says: `${type}: ${is}`,
    })),
    ...predicates.map(({ span: at, acts, speech, lemma }) => ({
      span: at,
      kind: acts.length > 0 ? 'act' : 'speech',
      says: `${lemma}: ${acts.length > 0 ? acts.map(({ kind }) => kind).join(', ') : (speech ?? '')}`,
    })),
    ...figures.map(({ span: at, role, why }) => ({
      span: at,
      kind: role,
      says: why === null ? `figure: ${role}` : `figure, ${role}: ${why}`,
    })),
  ];
  const edges = new Set([...span, ...marks.flatMap((mark) => mark.span)]);
  const cuts = [...edges].filter((at) => span[0] <= at && at <= span[1]).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1] ?? span[1];
    const inside = marks.filter((mark) => overlaps(mark.span, [from, to]));
    const part = text.slice(from, to);
    return inside.length === 0
      ? markup`${part}`
      : markup`<mark class="${[...new Set(inside.map(({ kind }) => kind))].join(' ')}" title="${inside.map(({ says }) => says).join('; ')}">${part}</mark>`;
  });
}
