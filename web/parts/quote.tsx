import { Text } from '@mantine/core';
import type { Evidence } from '../api/types.js';
import { EvidenceLink } from './evidence-link.js';

/** The words of a claim as they stand in the source, with whose page and of what day it is. */
export function Quote({ evidence }: { readonly evidence: Evidence }) {
  const { claim, quote, document, page } = evidence;
  return (
    <div>
      <Text className="quote" size="md" lh={1.45}>
        “
        <EvidenceLink document={document.id} claim={claim.id}>
          {quote.replace(/\s+/g, ' ')}
        </EvidenceLink>
        ”
      </Text>
      <Text size="xs" c="dimmed">
        {document.publisher ?? 'unnamed publisher'}, {document.published ?? 'undated'}
        {page === null ? '' : `, page ${page}`} · {document.title ?? 'untitled'}
      </Text>
    </div>
  );
}
