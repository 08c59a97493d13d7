import { Card, Group, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Claim } from '../api/types.js';
import { AnchorLink } from '../parts/anchor-link.js';
import { AttributionChain } from '../parts/attribution.js';
import { ClaimBadges } from '../parts/claim-badges.js';
import { amountOfGoodsWords, partiesWords, routeWords, whenWords } from '../parts/claim-words.js';
import { KINDS } from '../parts/vocabulary.js';
import { capital } from '../parts/words.js';

interface Props {
  readonly claim: Claim;
  readonly current: boolean;
  readonly onPick: () => void;
  /** Stands under the claim while it is the current one. */
  readonly children?: ReactNode;
}

/** A claim in a few lines: what, how much, from whom to whom, when, how, and on whose word. */
export function ClaimCard({ claim, current, onPick, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where the cards stand below the text, the sentence is what is scrolled to.
    if (current && matchMedia('(min-width: 62em)').matches)
      place.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Card
      ref={place}
      withBorder
      padding="xs"
      style={{
        flexShrink: 0,
        ...(current
          ? { borderColor: 'var(--mantine-color-ink-5)', background: 'var(--mantine-color-default-hover)' }
          : {}),
      }}
    >
      <button type="button" className="plain" onClick={onPick} aria-pressed={current}>
        <Group gap={6}>
          <Text fw={600} size="sm">
            {capital(KINDS[claim.kind])}
          </Text>
          <ClaimBadges claim={claim} />
        </Group>
        <Text size="sm">{amountOfGoodsWords(claim)}</Text>
        <Text size="sm">{partiesWords(claim)}</Text>
        <Text size="xs" c="dimmed">
          {[whenWords(claim), routeWords(claim)].filter(Boolean).join(' · ')}
        </Text>
      </button>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <AttributionChain claim={claim} />
        <AnchorLink
          to="/claims/$id"
          params={{ id: claim.id }}
          size="xs"
          aria-label={`Open the claim ${claim.id}`}
        >
          open
        </AnchorLink>
      </Group>
      {current && children}
    </Card>
  );
}
