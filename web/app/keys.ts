import { useEffect, useRef } from 'react';

/** What each key does in a view: a letter, or letters pressed one after another ("g f"). */
export type Keys = Readonly<Record<string, () => void>>;

/** How long the first letter of two waits for the second, in milliseconds. */
const PATIENCE = 900;

/**
 * Listens for keys while the view is shown. Keys typed into a field, or held with Ctrl, Alt or Meta, are left to the
 * browser.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const pair =
        first !== null && event.timeStamp - first.at < PATIENCE ? `${first.key} ${event.key}` : null;
      first = null;
      const action = (pair === null ? undefined : current.current[pair]) ?? current.current[event.key];
      if (action !== undefined) {
        event.preventDefault();
        action();
      } else if (Object.keys(current.current).some((key) => key.startsWith(`${event.key} `))) {
        first = { key: event.key, at: event.timeStamp };
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
