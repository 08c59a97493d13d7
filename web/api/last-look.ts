import { useLocalStorage } from '@mantine/hooks';

/**
 * Up to when this browser's user has seen what changed, as ISO 8601; null for never. It moves only when they say so, so
 * that neither a reload nor a glance loses what is new.
 */
export const useSeen = () =>
  useLocalStorage<string | null>({
    key: 'tallyman.seen',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
