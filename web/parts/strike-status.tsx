import { Badge } from '@mantine/core';
import type { StrikeCase } from '../api/types.js';
import { plain } from './words.js';

/** How far a strike is established; what is disputed has the colour of a denial. */
export function StrikeStatus({ status }: { readonly status: StrikeCase['status'] }) {
  return (
    <Badge
      size="sm"
      color="ink"
      variant={status === 'officially-confirmed' ? 'filled' : 'outline'}
      style={status === 'disputed' ? { color: 'var(--denied)', borderColor: 'currentColor' } : undefined}
    >
      {plain(status)}
    </Badge>
  );
}
