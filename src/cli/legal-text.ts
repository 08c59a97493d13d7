import type { ElementTest, LegalTest, ProvisionTest } from '../model/legal-test.js';
import { citationOf } from '../model/provision.js';
import type { Colours } from './output.js';
import { oneLine } from './terminal-text.js';

/** How a finding stands to the law, for a person: each provision, each element, the claims by their ids. */
export function legalText({ provisions, none }: LegalTest, colours: Colours): string {
  if (provisions.length === 0) return none.map(({ words }) => `no provision: ${oneLine(words)}\n`).join('');
  return provisions.map((provision) => provisionText(provision, colours)).join('\n');
}

function provisionText(provision: ProvisionTest, { bold, dim }: Colours): string {
  const { id, words, result, in_force, disputed, elements, times, source } = provision;
  return [
    `${bold(citationOf(provision))}  ${bold(result)}  ${dim(id)}\n`,
    `  ${oneLine(words)}\n`,
    `  in force ${in_force.join(', ') || 'then, as far as is told'}; ${source}\n`,
    disputed === null
      ? ''
      : `  held by ${disputed.by.join(', ')} not to be in force: ${oneLine(disputed.words)}\n`,
    ...elements.map((element) => elementText(element, dim)),
    ...times.map(
      ({ claim, inside, outside }) =>
        `  ${claim.claim}: in force ${inside.join(', ') || 'on no day of it'}, not ${outside.join(', ')}\n`,
    ),
  ].join('');
}

const MOST_IDS = 3;

function elementText(
  { element, state, claims, against, origins, why }: ElementTest,
  dim: Colours['dim'],
): string {
  const ids = (refs: ElementTest['claims']): string =>
    [
      ...refs.slice(0, MOST_IDS).map(({ claim }) => claim),
      ...(refs.length > MOST_IDS ? [`and ${refs.length - MOST_IDS} more`] : []),
    ].join(' ');
  const by = `${origins} ${origins === 1 ? 'origin' : 'origins'}: ${ids(claims)}`;
  const remarks = [
    claims.length === 0 ? null : by,
    against.length === 0 ? null : `denied: ${ids(against)}`,
    why === null ? null : oneLine(why),
  ].filter((remark) => remark !== null);
  return `  ${dim(element.padEnd(9))} ${state.padEnd(12)} ${remarks.join('; ')}`.trimEnd() + '\n';
}
