import { useState } from 'react';

const KEY = 'tallyman.last-look';

/**
 * When this browser looked at the overview before, as ISO 8601; null for never. It stays what it was while the page is
 * open, so that what changed does not go away by a reload of the view.
 */
export function useLastLook(): string | null {
  const [before] = useState(() => {
    const stored = localStorage.getItem(KEY);
    localStorage.setItem(KEY, new Date().toISOString());
    return stored;
  });
  return before;
}
