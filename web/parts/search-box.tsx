import { Kbd, TextInput } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** How long a pause in typing sets off a search, in milliseconds. */
const PAUSE = 120;

/** Searches as one types: the view of results follows the words, and the address has them. */
export function SearchBox() {
  const navigate = useNavigate();
  const asked = useRouterState({
    select: ({ location }) =>
      location.pathname === '/search' ? ((location.search as { q?: string }).q ?? '') : null,
  });
  const [text, setText] = useState(asked ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Back and forward change the words; what is being typed is not overwritten.
    if (document.activeElement !== field.current) setText(asked ?? '');
  }, [asked]);
  const search = (words: string): void => {
    clearTimeout(timer.current);
    const q = words.trim();
    if (q === '' && asked === null) return;
    void navigate({ to: '/search', search: { q: q === '' ? undefined : q }, replace: asked !== null });
  };
  return (
    <TextInput
      ref={field}
      id="search"
      type="search"
      size="xs"
      w={{ base: 120, xs: 180, md: 300 }}
      placeholder="Search"
      aria-label="Search text and claims"
      rightSection={<Kbd size="xs">/</Kbd>}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => search(value), PAUSE);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search(text);
        else if (event.key === 'Escape') event.currentTarget.blur();
        else if (event.key === 'ArrowDown') {
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-found]')?.focus();
        }
      }}
    />
  );
}
