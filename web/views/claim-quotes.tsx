import { Button, Stack } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { claimQuery } from '../api/judging.js';
import { Quote } from '../parts/quote.js';
import { Failure } from '../parts/states.js';
import { figure } from '../parts/words.js';

const AT_ONCE = 10;

/** The words of claims of which the ids are known; more of them as they are asked for. */
export function ClaimQuotes({ ids }: { readonly ids: readonly string[] }) {
  const [count, setCount] = useState(AT_ONCE);
  const all = [...new Set(ids)];
  const quotes = useQueries({ queries: all.slice(0, count).map(claimQuery) });
  const failed = quotes.find(({ error }) => error !== null)?.error;
  return (
    <Stack gap="xs">
      {failed && <Failure error={failed} />}
      {quotes.map(({ data }) => data && <Quote key={data.claim.id} evidence={data} />)}
      {all.length > count && (
        <Button size="compact-xs" variant="default" onClick={() => setCount(count + AT_ONCE)}>
          More of {figure(all.length)}
        </Button>
      )}
    </Stack>
  );
}
