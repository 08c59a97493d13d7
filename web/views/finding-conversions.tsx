import { Box, Text, Title } from '@mantine/core';
import type { FindingDetail } from '../api/types.js';
import { amountWords } from '../parts/words.js';
import { AnchorLink } from '../parts/anchor-link.js';

/** The range in other units, by which assumption of whose, and how that stands to what others say in that unit. */
export function Conversions({ finding }: { readonly finding: FindingDetail }) {
  if (finding.converted.length === 0) return null;
  const named = new Map(finding.conversions.map((conversion) => [conversion.name, conversion]));
  return (
    <section aria-labelledby="conversions">
      <Title order={2} id="conversions" mb="xs">
        In other units
      </Title>
      {finding.converted.map((each) => (
        <Box key={each.assumption} mb="xs">
          <Text size="sm">
            <b>{amountWords(each, each.unit)}</b> by the assumption “{each.assumption}”
          </Text>
          <Text size="xs" c="dimmed">
            {named.get(each.assumption)?.source}
          </Text>
          {each.against.map(({ finding: other, verdict, why }) => (
            <Text size="sm" key={other}>
              <AnchorLink to="/findings/$id" params={{ id: other }}>
                {verdict}
              </AnchorLink>
              : {why}
            </Text>
          ))}
        </Box>
      ))}
    </section>
  );
}
