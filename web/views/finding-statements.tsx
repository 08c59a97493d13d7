import { Badge, Box, Group, Stack, Text, Title } from '@mantine/core';
import type { FindingClaim, FindingDetail } from '../api/types.js';
import { AttributionChain } from '../parts/attribution.js';
import { ClaimBadges } from '../parts/claim-badges.js';
import { partyWords } from '../parts/party.js';
import { Quote } from '../parts/quote.js';
import { amountWords, counted, plain } from '../parts/words.js';

/** The statements by whose word they are; what only repeats one stands folded under it. */
export function Statements({
  finding,
  claims,
}: {
  readonly finding: FindingDetail;
  readonly claims: readonly FindingClaim[];
}) {
  const at = new Map(claims.map((claim) => [claim.at, claim]));
  return (
    <section aria-labelledby="statements">
      <Title order={2} id="statements" mb="xs">
        Statements
      </Title>
      <Stack gap="md">
        {finding.by_origin.map(({ origin, claims: own, echoes }) => (
          <Box key={origin} pl="sm" style={{ borderLeft: '3px solid var(--mantine-color-ink-4)' }}>
            <Text fw={600} size="sm">
              <span title={origin}>{partyWords(origin)}</span>
            </Text>
            {own
              .map((n) => at.get(n))
              .map(
                (claim) => claim && <Statement key={claim.at} claim={claim} unit={finding.question.unit} />,
              )}
            {echoes.length > 0 && (
              <details>
                <summary>{counted(echoes.length, 'echo', 'echoes')}</summary>
                {echoes
                  .map((n) => at.get(n))
                  .map(
                    (claim) =>
                      claim && <Statement key={claim.at} claim={claim} unit={finding.question.unit} />,
                  )}
              </details>
            )}
          </Box>
        ))}
      </Stack>
    </section>
  );
}

function Statement({ claim, unit }: { readonly claim: FindingClaim; readonly unit: string | null }) {
  const { interval, grade, drift, window, evidence } = claim;
  return (
    <Box my="xs">
      <Group gap="xs" wrap="wrap">
        <Text size="sm" fw={600}>
          {interval === null ? 'no figure' : amountWords(interval, unit)}
        </Text>
        <ClaimBadges claim={claim.claim} />
        {grade !== null && (
          <Badge size="xs" variant="default" title={`${grade.source_why} ${grade.credibility_why}`}>
            {grade.source}
            {grade.credibility}
          </Badge>
        )}
        {drift.map((each) => (
          <Badge key={each} size="xs" color="orange" variant="light" tt="none">
            {plain(each)}
          </Badge>
        ))}
        {evidence.map((each) => (
          <Badge key={each} size="xs" color="teal" variant="light" tt="none">
            {plain(each)}
          </Badge>
        ))}
        <Text size="xs" c="dimmed">
          {claim.day}{' '}
          {window !== null && (window.start ?? window.end) !== null
            ? `· of ${window.start ?? '…'} to ${window.end ?? '…'}`
            : ''}
        </Text>
        <AttributionChain claim={claim.claim} />
      </Group>
      <Quote evidence={claim} />
    </Box>
  );
}
