import { Text } from '@mantine/core';
import type { Evidence } from '../api/types.js';

/** Who says it, and through whom: relays first, as they stand between the page and the claimant. */
export function AttributionChain({ claim }: { readonly claim: Evidence['claim'] }) {
  return (
    <Text size="sm" component="span">
      {claim.attribution.map(({ who, role, anonymous, stated }, n) => (
        <span key={n}>
          {n > 0 && <span aria-label="citing"> → </span>}
          <span style={role === 'claimant' ? { fontWeight: 600 } : undefined}>
            {who ?? 'the page itself'}
          </span>
          {anonymous === true && ' (unnamed)'}
          {stated !== undefined && stated !== null && <span style={{ opacity: 0.7 }}> {stated}</span>}
        </span>
      ))}
    </Text>
  );
}
