import { Badge } from '@mantine/core';
import type { Claim } from '../api/types.js';
import { MODALITIES, POLARITIES } from './vocabulary.js';

/** How a claim is said, and how an analyst has it stand. */
export function ClaimBadges({ claim }: { readonly claim: Claim }) {
  const { polarity, modality, judgement } = claim;
  return (
    <>
      {polarity !== 'affirmed' && (
        <Badge size="xs" variant="outline" style={{ color: 'var(--denied)', borderColor: 'currentColor' }}>
          {POLARITIES[polarity]}
        </Badge>
      )}
      <Badge size="xs" variant="default">
        {MODALITIES[modality]}
      </Badge>
      {judgement !== undefined && (
        <Badge
          size="xs"
          variant="outline"
          style={{
            color: judgement.verdict === 'rejected' ? 'var(--denied)' : 'var(--observed)',
            borderColor: 'currentColor',
          }}
          title={judgement.why}
        >
          {judgement.verdict} by {judgement.by}
        </Badge>
      )}
    </>
  );
}
