import { Badge } from '@mantine/core';
import type { FindingSummary } from '../api/types.js';

type Standing = FindingSummary['assessment']['standing'];

/** Told apart by shape as well: full, outlined, dashed. */
const LOOKS: Record<
  Standing,
  { readonly variant: string; readonly title: string; readonly dashed?: boolean }
> = {
  finding: { variant: 'filled', title: 'meets the standard of evidence' },
  reported: { variant: 'outline', title: 'reported: below the standard of evidence' },
  alleged: { variant: 'outline', title: 'alleged only', dashed: true },
};

/** As what the statements on a question may be published. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const { variant, title, dashed } = LOOKS[standing];
  return (
    <Badge
      variant={variant}
      color="ink"
      size="sm"
      radius="sm"
      title={title}
      tt="none"
      {...(dashed === true ? { style: { borderStyle: 'dashed' } } : {})}
    >
      {standing}
    </Badge>
  );
}
