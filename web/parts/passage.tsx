import { Text } from '@mantine/core';
import type { Evidence } from '../api/types.js';
import { EvidenceLink } from './evidence-link.js';

/** The sentence of a claim in its paragraph, marked; the source is one click away. */
export function Passage({ evidence }: { readonly evidence: Evidence }) {
  const { claim, quote, before, after, document, page } = evidence;
  return (
    <div>
      <Text
        className="quote"
        component="blockquote"
        m={0}
        size="lg"
        lh={1.5}
        style={{ whiteSpace: 'pre-line' }}
      >
        {before}
        <mark data-current>{quote}</mark>
        {after}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        <EvidenceLink document={document.id} claim={claim.id} underlined>
          {document.title ?? 'Untitled'}
        </EvidenceLink>
        , {document.publisher ?? 'unnamed publisher'}, {document.published ?? 'undated'}
        {page === null ? '' : `, page ${page}`}
      </Text>
    </div>
  );
}
