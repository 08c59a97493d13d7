import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClaimDetail } from '../api/types.js';
import { AnchorLink } from '../parts/anchor-link.js';
import { EvidenceLink } from '../parts/evidence-link.js';
import { counted, momentWords, plain } from '../parts/words.js';

/** Where a claim stands: on which findings, against which other claims, told by whom, judged how. */
export function ClaimContext({ detail }: { readonly detail: ClaimDetail }) {
  const { findings, relations, echoes, judgements, made, claim } = detail;
  return (
    <>
      <Part title="On these findings" shown={findings.length > 0}>
        {findings.map(({ id, label, echo_of, grade, drift }) => (
          <Text key={id} size="sm">
            <AnchorLink to="/findings/$id" params={{ id }} inherit>
              {label}
            </AnchorLink>
            <Text span size="xs" c="dimmed">
              {' '}
              {[echo_of === null ? null : 'an echo', grade, ...drift.map(plain)].filter(Boolean).join(' · ')}
            </Text>
          </Text>
        ))}
      </Part>
      <Part title={`Beside ${counted(relations.length, 'other statement')}`} shown={relations.length > 0}>
        <Table fz="sm" verticalSpacing={2} withRowBorders={false}>
          <Table.Tbody>
            {relations.map(({ finding, claim: other, claimant, relation, why, other_first }) => (
              <Table.Tr key={`${finding} ${other}`}>
                <Table.Td w={150} fw={500} c={relation === 'contradicts' ? 'var(--denied)' : undefined}>
                  {other_first ? `${plain(relation)} by` : plain(relation)}
                </Table.Td>
                <Table.Td>
                  <AnchorLink to="/claims/$id" params={{ id: other }} inherit>
                    {claimant ?? 'unnamed'}
                  </AnchorLink>
                  <Text span size="xs" c="dimmed">
                    {' '}
                    {why}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Part>
      <Part title="Told by" shown={echoes.length > 1}>
        {echoes.map(({ claim: id, doc, depth, chain, published, figure, drift_here }) => (
          <Text key={id} size="sm" pl={depth * 16} fw={id === claim.id ? 600 : undefined}>
            {depth > 0 && <span aria-hidden>↳ </span>}
            <EvidenceLink document={doc} claim={id}>
              {chain}
            </EvidenceLink>
            <Text span size="xs" c="dimmed">
              {' '}
              {[published, figure, ...drift_here.map(plain)].filter(Boolean).join(' · ')}
            </Text>
          </Text>
        ))}
      </Part>
      <Part title="Judgements" shown={judgements.length > 0}>
        {judgements.map(({ id, verdict, by, at, why, set }) => (
          <Text key={id} size="sm">
            <b>{verdict}</b> by {by}, {momentWords(at)} UTC: {why}
            {set !== null && (
              <Text span size="xs" ff="monospace" c="dimmed">
                {' '}
                {Object.entries(set)
                  .map(([field, value]) => `${field} = ${JSON.stringify(value)}`)
                  .join(', ')}
              </Text>
            )}
          </Text>
        ))}
      </Part>
      {made !== null && (
        <Text size="sm" mt="xs">
          Made by hand by {made.by}, {momentWords(made.at)} UTC: {made.why}
        </Text>
      )}
    </>
  );
}

function Part(props: { readonly title: string; readonly shown: boolean; readonly children: ReactNode }) {
  if (!props.shown) return null;
  return (
    <section>
      <Title order={3} size="h3" mt="sm" mb={2}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}
