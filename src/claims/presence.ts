import type { Act } from './assemble.js';
import { words } from './figures-in.js';
import type { People } from './people.js';
import { sayingFor } from './word-of.js';
import type { Reading } from './reading.js';

/** What says that people are somewhere: that they are there, that they fight for a side, that a place told before is meant. */

/** "are now in the Kursk region", "there are no … in": people said to be, or not to be, somewhere. */
export function stanceOf(
  reading: Reading,
  { first, last }: Pick<People, 'first' | 'last'>,
): 'present' | 'absent' | null {
  const before = words(reading, Math.max(0, first - 6), first + 1);
  const there = /\bthere (?:is|are|was|were|(?:has|have|had) been)\b/.test(before);
  const behind = words(reading, last + 1, last + 14).replace(
    /^(?:of|from) (?:[\p{L}-]+ ){1,6}?(?=(?:,|is|are|was|were|has|have|had|remain) )/u,
    '',
  );
  const copula =
    /^(?:,[^,]*, )?(?:who |that )?(?:is|are|was|were|(?:has|have|had) been|remains?|remained) (?:\w+ly |now |still |also |already |currently )*(?:in|at|on|near|inside|across|throughout|with|among|abroad|there|based|active|present|involved)\b/.test(
      behind,
    );
  if (!there && !copula) return null;
  return /\b(?:no|not|never|any)\b/.test(before) && !/\bnot only\b/.test(before) ? 'absent' : 'present';
}

/** "on Russia's side", "alongside the army", "against Ukraine": they are in somebody else's war. */
export const takesSides = (reading: Reading, { last }: People): boolean =>
  /\b(?:on (?:\w+ )?(?:'s )?side|alongside|side by side|in support of|against|abroad|overseas|at the front|front line|first line)\b/.test(
    words(reading, last + 1, last + 16),
  ) || /\bfight\w* (?:for|with)\b/.test(words(reading, last + 1, last + 16));

/** "had taken part in it", "took part in the fighting": a war is joined where it is fought. */
export const joinsFight = (reading: Reading, { predicate }: Act): boolean =>
  /^(?:take part|participate)$/.test(predicate.lemma) &&
  /^in (?:it|(?:the |that |this |those )?(?:fighting|combat|battles?|war|hostilities|operations?|assaults?|offensive))\b/.test(
    words(reading, predicate.last + 1, predicate.last + 5),
  );

/** "there", "in the country": the place told before, where it is not the people's own. */
export function pointedPlace(
  reading: Reading,
  { first }: People,
  actor: string | null,
  until = reading.sentence.tokens.length,
): string | null {
  const { sentence, discourse } = reading;
  const { tokens } = sentence;
  const at = tokens.findIndex(
    ({ lower }, i) =>
      i > first &&
      i < until &&
      (lower === 'there' ||
        (/^(?:country|city|town|region)$/.test(lower) && tokens[i - 1]?.lower === 'the') ||
        (lower === 'country' && /^(?:his|her|its|their|our|my)$/.test(tokens[i - 1]?.lower ?? ''))),
  );
  const noun = tokens[at]?.lower;
  if (noun === undefined) return null;
  const own = noun === 'country' ? ownCountry(reading, first, actor) : null;
  if (own !== null) return own;
  const kind =
    noun === 'country'
      ? ['country']
      : noun === 'region'
        ? ['region', 'oblast', 'province']
        : noun === 'there'
          ? null
          : ['city', 'town'];
  return discourse.lastPlace(
    (place) => (kind === null || kind.includes(place.kind)) && place.state !== actor,
  );
}

/** "Damascus denies that any are in the country": that of who speaks, where nobody else's people are told of. */
export function ownCountry(reading: Reading, at: number, actor: string | null): string | null {
  const state = sayingFor(reading, at)?.chain.at(-1)?.speaker.state ?? null;
  if (state === null || state === actor) return null;
  const named = [...reading.mentions.map(({ mention }) => mention), ...reading.discourse.parties];
  const party = named.find((mention) => mention.type === 'party' && mention.id === state);
  return party?.type === 'party' ? party.name : null;
}
