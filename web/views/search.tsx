import { Box, Button, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { z } from 'zod';
import { useList } from '../api/list.js';
import { useSearchResults } from '../api/search.js';
import type { SearchResult } from '../api/types.js';
import { AnchorLink } from '../parts/anchor-link.js';
import { claimLine } from '../parts/claim-words.js';
import { Highlighted } from '../parts/highlighted.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { capital, figure } from '../parts/words.js';
import classes from './search.module.css';

/** What the address of a search carries. */
export const searchSearch = z.object({ q: z.string().optional().catch(undefined) });

type Found = SearchResult['claims'];
type Passage = SearchResult['passages']['items'][number];
const route = getRouteApi('/search');

/** What has the words that were typed: claims first, then the paragraphs of the sources. */
export function SearchView() {
  const { q = '' } = route.useSearch();
  const { data, error, refetch, isFetching } = useSearchResults(q);
  // The words of which every paragraph was asked for.
  const [all, setAll] = useState<string | null>(null);
  const every = useList<Passage>('/passages', { text: q }, all === q && q !== '');
  if (q === '')
    return (
      <Empty title="Search the text of every source, and every claim">
        Type in the field above; arrow keys go through what is found.
      </Empty>
    );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="what has these words" />;
  const claims = data.claims.items;
  const passages = all === q && every.rows.length > 0 ? every.rows : data.passages.items;
  return (
    <Stack p="md" maw={860} gap="xs" onKeyDown={walk} aria-busy={isFetching}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {total(data.claims)} claims and {total(data.passages)} paragraphs with “{q}”
      </Text>
      {claims.length > 0 && (
        <section aria-labelledby="found-claims">
          <Title order={2} id="found-claims">
            Claims
          </Title>
          {data.claims.total > claims.length && (
            <AnchorLink to="/claims" search={{ text: q }} size="sm">
              All of them as a list
            </AnchorLink>
          )}
          {claims.map(({ claim, quote, document, highlights }) => (
            <Link
              key={claim.id}
              to="/sources/$id"
              params={{ id: document.id }}
              search={{ claim: claim.id }}
              className={classes['found']}
              data-found
            >
              <Text span size="xs" c="dimmed" display="block">
                {capital(claimLine(claim))} · {document.publisher ?? 'unnamed publisher'},{' '}
                {document.published ?? 'undated'}
              </Text>
              <span className="quote">
                <Highlighted text={quote} spans={highlights} />
              </span>
            </Link>
          ))}
        </section>
      )}
      {passages.length > 0 && (
        <section aria-labelledby="found-passages">
          <Title order={2} id="found-passages">
            Sources
          </Title>
          {passages.map(({ document, span, text, highlights }) => (
            <Link
              key={`${document.id} ${span[0]}`}
              to="/sources/$id"
              params={{ id: document.id }}
              search={{ span: wordsAt(span, highlights) }}
              className={classes['found']}
              data-found
            >
              <Text span size="xs" c="dimmed" display="block">
                {document.title ?? 'Untitled'} · {document.publisher ?? 'unnamed publisher'},{' '}
                {document.published ?? 'undated'}
              </Text>
              <span className="quote">
                <Highlighted text={text} spans={highlights} />
              </span>
            </Link>
          ))}
        </section>
      )}
      {claims.length + passages.length === 0 && (
        <Empty title="Nothing has these words">Fewer words, or the beginning of one, find more.</Empty>
      )}
      {(all === q ? every.hasMore : data.passages.total > passages.length) && (
        <Box>
          <Button
            size="compact-sm"
            variant="default"
            loading={every.query.isFetching}
            onClick={() => (all === q ? void every.query.fetchNextPage() : setAll(q))}
          >
            More paragraphs
          </Button>
        </Box>
      )}
    </Stack>
  );
}

const total = ({ total: count, more }: Pick<Found, 'total' | 'more'>): string =>
  `${more ? 'more than ' : ''}${figure(count)}`;

/** From the first to the last of the words, in the document's text. */
function wordsAt(
  span: readonly [number, number],
  highlights: readonly (readonly [number, number])[],
): string {
  const first = highlights[0]?.[0] ?? 0;
  const last = highlights.at(-1)?.[1] ?? span[1] - span[0];
  return `${span[0] + first}-${span[0] + last}`;
}

/** Arrow keys go from one result to the next, and from the first back to the field. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-found]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  (next < 0 ? document.getElementById('search') : all[next])?.focus();
}
