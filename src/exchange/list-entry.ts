import type { ListedEntity } from '../model/sanctions.js';

/** An entry of a list as it comes: read, or refused with the reason. */
export type ListEntry = { readonly line: number } & (
  | {
      readonly listed: ListedEntity;
      /** The day of the edition that it shows; null where it shows none. */
      readonly edition: string | null;
    }
  | { readonly reason: string }
);
