import { Anchor, Text } from '@mantine/core';
import type { DocumentDetail } from '../api/types.js';

/** The archived original, in a frame in which nothing runs and which reaches no network. */
export function Original({
  detail,
  claim,
}: {
  readonly detail: DocumentDetail;
  readonly claim: string | undefined;
}) {
  const { href, shown_as, media_type } = detail.original;
  const page = pageOf(detail, claim);
  const save = (
    <Anchor href={`${href}?raw=true`} download size="sm">
      Save the archived bytes
    </Anchor>
  );
  if (shown_as === 'download')
    return (
      <>
        <Text size="sm">A browser does not show {media_type} safely.</Text>
        {save}
      </>
    );
  return (
    <>
      {save}
      {shown_as === 'image' ? (
        <img src={href} alt="The archived original" style={{ maxWidth: '100%' }} />
      ) : (
        <iframe
          title="The archived original"
          src={shown_as === 'pdf' && page !== null ? `${href}#page=${page}` : href}
          // A PDF is shown by the browser's own reader, which a sandbox would keep from working.
          sandbox={shown_as === 'pdf' ? undefined : ''}
          referrerPolicy="no-referrer"
          style={{
            flex: 1,
            minHeight: '70dvh',
            width: '100%',
            border: '1px solid var(--mantine-color-default-border)',
            background: 'white',
          }}
        />
      )}
    </>
  );
}

/** The page of a paged source on which the claim stands. */
function pageOf({ claims, document }: DocumentDetail, claim: string | undefined): number | null {
  const span = claims.find(({ id }) => id === claim)?.span;
  if (span === undefined) return null;
  return document.blocks.find((block) => block.span[0] < span[1] && span[0] < block.span[1])?.page ?? null;
}
