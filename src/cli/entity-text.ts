import { claimantOf, type Claim } from '../model/claim.js';
import type { ShownEntity } from '../pipeline/show-entity.js';
import { ENTITY_COLUMNS } from './entity-columns.js';
import type { Colours } from './output.js';
import { oneLine } from './terminal-text.js';

const SHORT = 12;

/** What `tallyman entity` prints for a person. */
export function entityText({ entity, claims, judgements }: ShownEntity, { bold, dim }: Colours): string {
  const fields = ENTITY_COLUMNS.filter(({ name }) => !['id', 'entity', 'claims'].includes(name))
    .map(({ name, of }) => [name.replaceAll('_', ' '), of(entity)] as const)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${dim(name.padEnd(16))} ${oneLine(String(value))}\n`);
  return [
    `${bold(entity.id)}\n\n`,
    ...fields,
    `\nNamed in ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}:\n`,
    ...claims.map((claim) => `  ${claimLine(claim)}\n`),
    ...(judgements.length === 0 ? [] : ['\nJudged:\n']),
    ...judgements.map(
      ({ judgement: { id, at, verdict, entities, names, by, why }, status }) =>
        `  ${at}  ${id.slice(0, SHORT)}  ${oneLine(
          `${verdict} ${[...entities.map(({ key }) => key), ...(names ?? [])].join(', ')}, by ${by}: ${why}`,
        )} (${status})\n`,
    ),
  ].join('');
}

const claimLine = (claim: Claim): string =>
  oneLine(
    [
      claim.id.slice(0, SHORT),
      claim.kind,
      [claim.supplier, claim.recipient, claim.actor, claim.target].filter(Boolean).join(' > '),
      claim.quantity?.wording,
      claim.item?.class,
      claim.when.edtf,
      claimantOf(claim).who,
    ]
      .filter(Boolean)
      .join('  '),
  );
