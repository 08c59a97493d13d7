import type { ReactNode } from 'react';
import { AnchorLink } from './anchor-link.js';

interface Props {
  /** The document, and the claim in it whose sentence is to be marked. */
  readonly document: string;
  readonly claim: string;
  readonly children: ReactNode;
  readonly label?: string;
  /** For a link among words that it could be taken for. */
  readonly underlined?: boolean;
}

/** A figure or words that lead to their sentence in the archived source. */
export function EvidenceLink({ document, claim, children, label, underlined = false }: Props) {
  return (
    <AnchorLink
      to="/sources/$id"
      params={{ id: document }}
      search={{ claim }}
      inherit
      underline={underlined ? 'always' : 'hover'}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </AnchorLink>
  );
}
