import { claimantOf } from '../model/claim.js';
import type { StrikeCase } from '../model/strike-case.js';
import type { ShownClaim, ShownStrike } from '../pipeline/show.js';
import type { Colours } from './output.js';
import { casualtyWords, countWords } from './strike-columns.js';
import { oneLine } from './terminal-text.js';

/** What `tallyman show` prints of a strike: each statement with its sentence, and what is inferred marked as such. */
export function strikeText({ strike, claims }: ShownStrike, { bold }: Colours): string {
  const byId = new Map(claims.map((shown) => [shown.claim.id, shown]));
  return [
    `${bold(strike.id)}  ${oneLine([strike.date, strike.place ?? strike.target ?? 'place not stated'].join(', '))}: ${bold(strike.status)}\n`,
    section('Weapons', strike.weapons.map(weaponLine)),
    section(
      'Used by',
      strike.used_by.map((user) => `${user.actor}, by ${user.claims.join(', ')}`),
    ),
    section(
      'Counted',
      strike.counts.map((count) => `${countWords(count)} (${count.finding})`),
    ),
    section(
      'Casualties',
      strike.casualties.map((one) => `${casualtyWords(one)} (${one.finding})`),
    ),
    section('Where the weapon came from', strike.links.map(linkLine)),
    '\nStep by step:\n',
    ...strike.steps.map((step) => stepText(step, byId.get(step.claim), bold)),
    ...repetitions(strike, claims),
  ].join('');
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${title}:\n${lines.map((line) => `  ${oneLine(line)}\n`).join('')}`;

const weaponLine = ({ item, model, make, wordings }: StrikeCase['weapons'][number]): string =>
  [
    [item ?? 'goods not named', model].filter(Boolean).join(', '),
    make.length === 0 ? 'make not stated' : `make: ${make.join(', ')}`,
    `"${wordings.join('", "')}"`,
  ].join('; ');

const linkLine = ({
  basis,
  supplier,
  recipient,
  finding,
  claims,
  grounds,
}: StrikeCase['links'][number]): string =>
  `${basis === 'stated' ? 'stated' : 'INFERENCE, stated by nobody'}: ${supplier ?? '?'} > ${recipient ?? '?'}` +
  ` (${[finding, ...claims].filter((id) => id !== null).join(', ')}): ${grounds.join('; ')}`;

function stepText(
  step: StrikeCase['steps'][number],
  shown: ShownClaim | undefined,
  bold: (text: string) => string,
): string {
  const how = step.polarity === 'affirmed' ? step.modality : step.polarity;
  return (
    `\n  ${step.date ?? 'undated'}  ${bold(step.status)}: ${oneLine(step.authority)} (${how}; ${step.claim})\n` +
    (shown === undefined
      ? ''
      : `    "${oneLine(shown.quote)}"\n    ${oneLine([shown.document.publisher, shown.document.title].filter(Boolean).join(', '))}\n`)
  );
}

/** Claims that only repeat another, or tell of casualties, are named without a step. */
function repetitions({ steps }: StrikeCase, claims: readonly ShownClaim[]): string[] {
  const told = new Set(steps.map(({ claim }) => claim));
  const others = claims.filter(({ claim }) => !told.has(claim.id));
  return others.length === 0
    ? []
    : [
        '\nAlso told by:\n',
        ...others.map(
          ({ claim, quote }) =>
            `  ${claim.id}  ${claim.kind}, ${oneLine(claimantOf(claim).who ?? '(not named)')}: "${oneLine(quote)}"\n`,
        ),
      ];
}
