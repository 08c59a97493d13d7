import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { request } from '../api/request.js';
import type { StrikeDetail } from '../api/types.js';
import { AnchorLink } from '../parts/anchor-link.js';
import { EvidenceLink } from '../parts/evidence-link.js';
import { Party, partyWords } from '../parts/party.js';
import { Quote } from '../parts/quote.js';
import { SimpleTable } from '../parts/simple-table.js';
import { Failure, Loading } from '../parts/states.js';
import { StrikeStatus } from '../parts/strike-status.js';
import { ITEMS, MODALITIES, OUTCOMES } from '../parts/vocabulary.js';
import { amountWords, capital, plain, rangeWords } from '../parts/words.js';

const route = getRouteApi('/strikes/$id');

/** A strike: how far it is established and by whose word, which weapons, and by which transfer they may have come. */
export function StrikeView() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['strike', id],
    queryFn: ({ signal }) => request<StrikeDetail>(`/strikes/${id}`, {}, { signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the strike" />;
  const { strike, claims } = data;
  const documentOf = new Map(claims.map(({ claim, document }) => [claim.id, document.id]));
  const cite = (claim: string, words: string) => (
    <EvidenceLink document={documentOf.get(claim) ?? ''} claim={claim}>
      {words}
    </EvidenceLink>
  );
  return (
    <Stack p="md" gap="lg" maw={980}>
      <header>
        <Group gap="xs">
          <StrikeStatus status={strike.status} />
          <Text size="xs" c="dimmed" ff="monospace">
            {strike.id}
          </Text>
        </Group>
        <Title order={1}>
          {strike.place ?? 'A place that nobody names'}, {strike.date}
        </Title>
        {strike.target !== null && (
          <Text size="sm">
            In <Party of={strike.target} />
            {strike.used_by.length > 0 &&
              `, said to be by ${strike.used_by.map(({ actor }) => partyWords(actor)).join(', ')}`}
          </Text>
        )}
      </header>
      <SimpleTable
        title="How far it is established"
        columns={['Day', 'Status', 'By', 'Said as']}
        keys={strike.steps.map(({ claim }, n) => `${claim} ${n}`)}
        rows={strike.steps.map(({ date, status, authority, origin, polarity, modality, claim }) => [
          date ?? 'undated',
          capital(plain(status)),
          <>
            {cite(claim, authority)} <Party of={origin} />
          </>,
          polarity === 'affirmed' ? MODALITIES[modality] : polarity,
        ])}
      />
      {strike.weapons.length > 0 && (
        <SimpleTable
          title="Weapons"
          columns={['Weapon', 'Said to be of', 'As called', 'Claims']}
          keys={strike.weapons.map(({ claims: [first] }, n) => `${first ?? ''} ${n}`)}
          rows={strike.weapons.map(({ item, model, make, wordings, claims: by }) => [
            model ?? (item === null ? 'not said' : ITEMS[item]),
            make.map(partyWords).join(', '),
            wordings.join('; '),
            by.map((claim, n) => <span key={claim}>{cite(claim, `${n > 0 ? ', ' : ''}${n + 1}`)}</span>),
          ])}
        />
      )}
      {strike.counts.length + strike.casualties.length > 0 && (
        <SimpleTable
          title="What was counted"
          columns={['Figure', 'Of']}
          keys={[...strike.counts, ...strike.casualties].map(({ finding }, n) => `${finding} ${n}`)}
          rows={[
            ...strike.counts.map((count) => [
              <AnchorLink key="f" to="/findings/$id" params={{ id: count.finding }} inherit>
                {amountWords(count, count.unit)}
              </AnchorLink>,
              count.item === null ? '' : ITEMS[count.item],
            ]),
            ...strike.casualties.map((count) => [
              <AnchorLink key="f" to="/findings/$id" params={{ id: count.finding }} inherit>
                {rangeWords(count)}
              </AnchorLink>,
              count.outcome === null ? 'casualties' : OUTCOMES[count.outcome],
            ]),
          ]}
        />
      )}
      {strike.links.length > 0 && (
        <SimpleTable
          title="The transfer that it may have come by"
          columns={['Basis', 'From, to', 'Grounds']}
          keys={strike.links.map(({ claims: [first] }, n) => `${first ?? ''} ${n}`)}
          rows={strike.links.map(({ basis, supplier, recipient, finding, grounds }) => {
            const parties = `${supplier === null ? '?' : partyWords(supplier)} → ${recipient === null ? '?' : partyWords(recipient)}`;
            return [
              <span key="b" className="basis" data-basis={basis === 'stated' ? 'claimed' : basis}>
                {basis}
              </span>,
              finding === null ? (
                parties
              ) : (
                <AnchorLink to="/findings/$id" params={{ id: finding }} inherit>
                  {parties}
                </AnchorLink>
              ),
              grounds.join('; '),
            ];
          })}
        />
      )}
      <section aria-labelledby="told">
        <Title order={2} id="told" mb={4}>
          What is told of it
        </Title>
        <Stack gap="sm">
          {claims.map((evidence) => (
            <Quote key={evidence.claim.id} evidence={evidence} />
          ))}
        </Stack>
      </section>
    </Stack>
  );
}
