import { Code, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.js';
import type { Claim, Explanation } from '../api/types.js';
import { Failure, Loading } from '../parts/states.js';
import { plain } from '../parts/words.js';

type Sentence = Explanation['sentences'][number];

/** How the sentence of a claim was read: what was named, which act was told, whose word it is, what came of each figure. */
export function ClaimExplanation({ claim }: { readonly claim: Claim }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>How it was read</summary>
      {open && <Reading claim={claim} />}
    </details>
  );
}

function Reading({ claim }: { readonly claim: Claim }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['explanation', claim.id],
    queryFn: ({ signal }) => request<Explanation>(`/claims/${claim.id}/explanation`, {}, { signal }),
    staleTime: Infinity,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the reading" />;
  const [start, end] = claim.span;
  return (
    <>
      <Group gap={4} my={6}>
        <Text size="xs" c="dimmed">
          built by
        </Text>
        {claim.rules.map((rule, n) => (
          <Code key={`${rule} ${n}`}>{rule}</Code>
        ))}
      </Group>
      {data.sentences
        .filter(({ span }) => span[0] < end && start < span[1])
        .map((sentence) => (
          <SentenceReading key={sentence.span[0]} sentence={sentence} text={data.document.text} />
        ))}
      <Text size="xs" c="dimmed">
        {data.extractor}
      </Text>
    </>
  );
}

function SentenceReading({ sentence, text }: { readonly sentence: Sentence; readonly text: string }) {
  const words = ([start, end]: readonly [number, number]): string =>
    text.slice(start, end).replace(/\s+/g, ' ');
  const rows = [
    ...sentence.speakers.map(({ rule, modality, chain }) => ({
      what: 'speaker',
      words: chain.map(({ who }) => who).join(', citing '),
      as: `${modality} (${rule})`,
    })),
    ...sentence.predicates.map(({ span, acts, speech, voice }) => ({
      what: 'act',
      words: words(span),
      as: [...acts.map(({ kind, frame }) => `${kind} (${frame}, ${voice})`), speech]
        .filter(Boolean)
        .join(', '),
    })),
    ...sentence.figures.map(({ span, role, why, qualifier, unit }) => ({
      what: 'figure',
      words: words(span),
      as: [role === 'claimed' ? 'claimed' : `no claim’s: ${why ?? ''}`, qualifier, unit]
        .filter(Boolean)
        .join(', '),
    })),
    ...sentence.mentions.map(({ span, type, is }) => ({ what: plain(type), words: words(span), as: is })),
    ...sentence.near.map(({ span, why }) => ({ what: 'no claim', words: words(span), as: why })),
  ];
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table fz="xs" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>Found</Table.Th>
            <Table.Th>Words</Table.Th>
            <Table.Th>Taken for</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, n) => (
            <Table.Tr key={n}>
              <Table.Td>{row.what}</Table.Td>
              <Table.Td className="quote">{row.words}</Table.Td>
              <Table.Td>{row.as}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
