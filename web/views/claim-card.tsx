import { Badge, Card, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Claim } from '../api/types.js';
import { AttributionChain } from '../parts/attribution.js';
import { plain, rangeWords } from '../parts/words.js';

interface Props {
  readonly claim: Claim;
  readonly current: boolean;
  readonly onPick: () => void;
}

/** A claim in a few lines: what, how much, from whom to whom, when, how, and on whose word. */
export function ClaimCard({ claim, current, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { kind, polarity, modality, item, quantity, when, route, judgement } = claim;
  return (
    <Card
      ref={place}
      withBorder
      padding="xs"
      style={
        current
          ? { borderColor: 'var(--mantine-color-ink-5)', background: 'var(--mantine-color-default-hover)' }
          : undefined
      }
    >
      <button type="button" className="plain" onClick={onPick} aria-pressed={current}>
        <Group gap={6}>
          <Text fw={600} size="sm">
            {kind}
          </Text>
          {polarity !== 'affirmed' && (
            <Badge size="xs" color="red" variant="outline" tt="none">
              {polarity}
            </Badge>
          )}
          <Badge size="xs" variant="default" tt="none">
            {modality}
          </Badge>
          {judgement !== undefined && (
            <Badge
              size="xs"
              color={judgement.verdict === 'rejected' ? 'red' : 'green'}
              variant="light"
              tt="none"
              title={judgement.why}
            >
              {judgement.verdict} by {judgement.by}
            </Badge>
          )}
        </Group>
        <Text size="sm">
          {[
            quantity === null
              ? null
              : quantity.low === null && quantity.high === null
                ? quantity.wording
                : `${quantity.qualifier ?? ''} ${rangeWords(quantity)} ${quantity.unit === null ? '' : plain(quantity.unit)}`.trim(),
            item === null ? null : (item.model ?? (item.class === null ? item.wording : plain(item.class))),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text size="sm">{partiesOf(claim)}</Text>
        <Text size="xs" c="dimmed">
          {[
            when.edtf === null ? null : `${when.edtf} (${when.scope})`,
            claim.place,
            route === null
              ? null
              : [
                  route.mode.join(', '),
                  [route.origin, ...route.via, route.destination].filter(Boolean).join(' → '),
                  route.vessel,
                ]
                  .filter(Boolean)
                  .join(' '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </button>
      <AttributionChain claim={claim} />
    </Card>
  );
}

function partiesOf({ supplier, recipient, actor, target }: Claim): string {
  const from = supplier ?? actor;
  const to = recipient ?? target;
  if (from === null && to === null) return '';
  return `${from ?? '?'} → ${to ?? '?'}`;
}
