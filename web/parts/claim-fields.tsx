import { Group, Table } from '@mantine/core';
import type { Claim } from '../api/types.js';
import { goodsWords, partiesWords, quantityWords, routeWords, whenWords } from './claim-words.js';
import { AttributionChain } from './attribution.js';
import { ClaimBadges } from './claim-badges.js';
import { capital } from './words.js';
import { KINDS } from './vocabulary.js';

/** What a claim says, a line for each part that it has. */
export function ClaimFields({ claim }: { readonly claim: Claim }) {
  const { quantity, judgement } = claim;
  const edited = new Set(judgement?.edited.map((path) => path.split('.')[0]));
  const rows: readonly (readonly [name: string, value: string, parts: readonly string[]])[] = [
    ['How many', quantityWords(claim), ['quantity']],
    ['As worded', quantity?.wording ?? '', []],
    ['Share of', quantity?.share_of ?? '', []],
    ['What', goodsWords(claim), ['item', 'outcome']],
    ['Called', claim.item?.wording ?? '', []],
    ['From, to', partiesWords(claim), ['supplier', 'recipient', 'actor', 'target']],
    ['When', whenWords(claim), ['when']],
    ['Where', routeWords(claim), ['route', 'place']],
  ];
  return (
    <Table variant="vertical" layout="fixed" fz="sm" withRowBorders={false} verticalSpacing={2}>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th w={112} fw={400} c="dimmed" bg="none">
            Kind
          </Table.Th>
          <Table.Td>
            <Group gap={6}>
              {capital(KINDS[claim.kind])}
              <ClaimBadges claim={claim} />
            </Group>
          </Table.Td>
        </Table.Tr>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value, parts]) => (
            <Table.Tr key={name}>
              <Table.Th w={112} fw={400} c="dimmed" bg="none">
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {value}
                {parts.some((part) => edited.has(part)) && ' (edited)'}
              </Table.Td>
            </Table.Tr>
          ))}
        <Table.Tr>
          <Table.Th w={112} fw={400} c="dimmed" bg="none">
            On whose word
          </Table.Th>
          <Table.Td>
            <AttributionChain claim={claim} />
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
