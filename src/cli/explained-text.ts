import type { Span } from '../core/span.js';
import type { Claim } from '../model/claim.js';
import type { ExplainedFigure, ExplainedSentence, Explanation } from '../model/explanation.js';
import { CLAIM_COLUMNS } from './columns.js';
import type { Colours } from './output.js';
import { oneLine, printable } from './terminal-text.js';

/** What `tallyman explain` prints for a person: each sentence with what was found in it. */
export function explainedText(explanations: readonly Explanation[], colours: Colours): string {
  return explanations.map((explanation) => documentText(explanation, colours)).join('\n');
}

function documentText(explanation: Explanation, colours: Colours): string {
  const { document, extractor, sentences, claims, aside } = explanation;
  const published = document.published;
  return [
    `${colours.bold(oneLine(document.title ?? document.id))}\n`,
    line('publisher', oneLine(document.publisher ?? 'not named'), colours),
    line('published', published === null ? 'unknown' : `${published.edtf} (${published.how})`, colours),
    line('read by', `${document.reader}, ${extractor}`, colours),
    line('sentences', `${sentences.length}, with ${claims.length} claims`, colours),
    aside.length === 0 ? '' : line('set aside', asideText(aside), colours),
    ...sentences.map((sentence, n) => sentenceText(sentence, n + 1, explanation, colours)),
  ].join('');
}

const line = (name: string, value: string, { dim }: Colours): string =>
  `  ${dim(name.padEnd(10))} ${value}\n`;

/** "12 blocks: 3 menu, 9 related-links" */
function asideText(aside: Explanation['aside']): string {
  const counts = new Map<string, number>();
  for (const { why } of aside) counts.set(why, (counts.get(why) ?? 0) + 1);
  return `${aside.length} blocks: ${[...counts].map(([why, count]) => `${count} ${why}`).join(', ')}`;
}

function sentenceText(
  sentence: ExplainedSentence,
  number: number,
  { document: { text }, claims }: Explanation,
  colours: Colours,
): string {
  const words = (span: Span): string => `"${oneLine(text.slice(...span))}"`;
  const own = claims.filter(({ id }) => sentence.claims.includes(id));
  const rows: (readonly [string, string])[] = [
    ...speakersOf(sentence).map((speaker) => ['speaker', speaker] as const),
    ...sentence.figures.map((figure) => ['figure', figureText(figure, words)] as const),
    ...sentence.mentions.map(
      ({ span, type, is }) => [type === 'office' ? 'title' : type, `${words(span)} ${oneLine(is)}`] as const,
    ),
    ...sentence.predicates.map(
      ({ span, voice, acts, speech }) =>
        [
          acts.length > 0 ? 'act' : 'says',
          `${words(span)} ${voice}: ${[...acts.map(({ kind, frame }) => `${kind} (${frame})`), ...(speech === null ? [] : [speech])].join(', ')}`,
        ] as const,
    ),
    ...own.flatMap((claim) => claimRows(claim)),
    ...sentence.near.map(
      ({ span, why }) =>
        [
          'no claim',
          span[0] === sentence.span[0] && span[1] === sentence.span[1] ? why : `${words(span)} ${why}`,
        ] as const,
    ),
    ['tokens', sentence.tokens.map(({ span, pos }) => `${text.slice(...span)}/${pos}`).join(' ')],
  ];
  return [
    `\n${colours.bold(`${number}.`)} ${printable(oneLine(text.slice(...sentence.span)))}\n`,
    ...rows.map(([name, value]) => line(name, oneLine(value), name === 'claim' ? bold(colours) : colours)),
  ].join('');
}

/** Names of claims stand out among the others. */
const bold = (colours: Colours): Colours => ({ ...colours, dim: colours.bold });

function speakersOf({ speakers }: ExplainedSentence): string[] {
  if (speakers.length === 0) return ['the publisher (nobody else is named)'];
  return speakers.map(
    ({ chain, rule, modality }) => `${chain.map(({ who }) => who).join(' < ')} (${rule}, ${modality})`,
  );
}

function figureText(figure: ExplainedFigure, words: (span: Span) => string): string {
  const { low, high, unit, role, why, claims, per, share } = figure;
  const bounds =
    low === null && high === null
      ? null
      : low === high
        ? String(low)
        : `${low ?? 'open'} to ${high ?? 'open'}`;
  const value = [bounds, share, unit, per === null ? null : `a ${per}`]
    .filter((part) => part !== null)
    .join(' ');
  const reason = why ?? `by ${claims.join(', ')}`;
  return `${words(figure.span)} ${role}${value === '' ? '' : ` [${value}]`}: ${reason}`;
}

/** Shown as words of the sentence, or for programs alone. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['id', 'claim', 'doc', 'index', 'start', 'end', 'supplier', 'recipient', 'actor', 'target'],
  ...['item_wording', 'low', 'high', 'unit', 'polarity', 'modality', 'extractor', 'rules', 'qualifier'],
]);

function claimRows(claim: Claim): (readonly [string, string])[] {
  const slots = CLAIM_COLUMNS.filter(({ name }) => !LEFT_OUT.has(name)).flatMap(({ name, of }) => {
    const value = of(claim);
    return value === null || value === undefined || value === '' || value === false
      ? []
      : [`${name.replaceAll('_', ' ')}: ${value}`];
  });
  return [
    ['claim', `${claim.id} ${slots.join('; ')}`],
    ['by rules', claim.rules.join(' ')],
  ];
}
