import { Kbd, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

/** Searches as one types: the view of results follows the words. */
export function SearchBox() {
  const navigate = useNavigate();
  return (
    <TextInput
      id="search"
      type="search"
      size="xs"
      w={{ base: 140, sm: 280 }}
      placeholder="Search text and claims"
      aria-label="Search text and claims"
      rightSection={<Kbd size="xs">/</Kbd>}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void navigate({ to: '/' });
      }}
    />
  );
}
