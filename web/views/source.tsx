import { Badge, Box, Group, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { z } from 'zod';
import { request } from '../api/request.js';
import type { DocumentDetail } from '../api/types.js';
import { Failure, Loading } from '../parts/states.js';
import { MarkedText, type Mark } from '../parts/marked-text.js';
import { counted } from '../parts/words.js';
import { ClaimCard } from './claim-card.js';
import { ClaimExplanation } from './claim-explanation.js';
import { Custody } from './custody.js';
import { Original } from './original.js';
import { SelectionBar } from './selection-bar.js';
import classes from './source.module.css';

/** What the address of a source carries: the claim or the words that stand out, and what lies beside the text. */
export const sourceSearch = z.object({
  claim: z.string().optional().catch(undefined),
  /** `START-END`, offsets into the text. */
  span: z
    .string()
    .regex(/^\d+-\d+$/)
    .optional()
    .catch(undefined),
  beside: z.enum(['claims', 'original', 'custody']).optional().catch(undefined),
  dropped: z.boolean().optional().catch(undefined),
});

type Search = z.output<typeof sourceSearch>;
const route = getRouteApi('/sources/$id');
/** The id of words that a link names. */
const LINKED = 'linked';

/** A source: its text with the claims marked, beside its claims, its archived original, or the custody of its bytes. */
export function SourceView() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => request<DocumentDetail>(`/documents/${id}`, {}, { signal }),
  });
  const set = (change: Partial<Search>): void =>
    void navigate({ to: '/sources/$id', params: { id }, search: { ...search, ...change }, replace: true });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the source" />;
  const beside = search.beside ?? 'claims';
  const { document, claims } = data;
  return (
    <div className={classes['source']}>
      <Box className={classes['text']} tabIndex={0} role="region" aria-label="The text">
        <Group justify="space-between" align="start" wrap="nowrap">
          <div>
            <Title order={1}>{document.title ?? 'Untitled'}</Title>
            <Text size="sm" c="dimmed">
              {document.publisher ?? 'Unnamed publisher'} · {document.published?.edtf ?? 'undated'} ·{' '}
              {counted(claims.length, 'claim')}
            </Text>
          </div>
          <Switch
            size="xs"
            label="Set aside"
            title="Show what was set aside as no part of the article"
            checked={search.dropped === true}
            onChange={({ currentTarget }) => set({ dropped: currentTarget.checked ? true : undefined })}
          />
        </Group>
        {document.warnings.map((warning) => (
          <Text key={warning} size="sm" c="orange">
            {warning}
          </Text>
        ))}
        <SourceText
          detail={data}
          search={search}
          onPick={(claim) => {
            if (claim !== LINKED) set({ claim, span: undefined, beside: 'claims' });
          }}
        />
      </Box>
      <Stack className={classes['beside']} gap="xs" tabIndex={0} role="region" aria-label="Beside the text">
        <SegmentedControl
          size="xs"
          aria-label="Beside the text"
          value={beside}
          onChange={(value) => set({ beside: value })}
          data={[
            { value: 'claims', label: 'Claims' },
            { value: 'original', label: 'Original' },
            { value: 'custody', label: 'Custody' },
          ]}
        />
        {beside === 'claims' &&
          claims.map((claim) => (
            <ClaimCard
              key={claim.id}
              claim={claim}
              current={claim.id === search.claim}
              onPick={() => set({ claim: claim.id, span: undefined })}
            >
              <ClaimExplanation claim={claim} />
            </ClaimCard>
          ))}
        {beside === 'original' && <Original detail={data} claim={search.claim} />}
        {beside === 'custody' && <Custody detail={data} />}
      </Stack>
    </div>
  );
}

/** The text block by block; what was set aside is left out unless asked for. */
function SourceText(props: {
  readonly detail: DocumentDetail;
  readonly search: Search;
  readonly onPick: (claim: string) => void;
}) {
  const { detail, search, onPick } = props;
  const { text, blocks } = detail.document;
  const place = useRef<HTMLDivElement>(null);
  const linked = search.span?.split('-').map(Number) as [number, number] | undefined;
  const current = search.claim ?? (linked === undefined ? null : LINKED);
  const marks = useMemo<readonly Mark[]>(
    () => [
      ...(linked === undefined ? [] : [{ id: LINKED, span: linked }]),
      ...detail.claims.map(({ id, span }) => ({ id, span })),
    ],
    [detail.claims, search.span],
  );
  useEffect(() => {
    place.current?.querySelector('mark[data-current]')?.scrollIntoView({ block: 'center' });
  }, [current, detail.document.id]);
  let page: number | null = null;
  return (
    <div
      ref={place}
      lang={detail.document.language ?? undefined}
      className={`quote ${classes['blocks'] ?? ''}`}
    >
      <SelectionBar document={detail.document.id} place={place} onMade={onPick} />
      {blocks.map(({ span, kind, dropped, page: on }) => {
        if (dropped !== null && search.dropped !== true) return null;
        const turned = on !== page;
        page = on;
        return (
          <div key={span[0]}>
            {turned && on !== null && <div className={classes['page'] ?? ''}>page {on}</div>}
            <div data-kind={kind} data-dropped={dropped ?? undefined} className={classes['block'] ?? ''}>
              {dropped !== null && (
                <Badge size="xs" variant="default" tt="none" mr={6}>
                  set aside: {dropped}
                </Badge>
              )}
              <MarkedText
                text={text}
                start={span[0]}
                end={span[1]}
                marks={marks}
                current={current}
                onPick={onPick}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}
