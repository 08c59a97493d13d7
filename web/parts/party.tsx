const REGIONS = new Intl.DisplayNames('en', { type: 'region' });

const nameOf = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? code) : code);

/** Parties as they are read: a state by its name where the ledger has its ISO 3166-1 code. */
export const partyWords = (parties: string): string => parties.split(', ').map(nameOf).join(', ');

/** A party by its name, with what the ledger calls it as the title. */
export function Party({ of }: { readonly of: string }) {
  const words = partyWords(of);
  return <span title={words === of ? undefined : of}>{words}</span>;
}
