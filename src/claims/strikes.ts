import { governingAct, type Act } from './assemble.js';
import { beforeVerb, separation, type Placed } from './clause.js';
import { fits, isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import { FIRING, firesItself, isFired } from './fired.js';
import type { Reading } from './reading.js';
import { isPartylike, partiesOf, partyOf, type Parties } from './roles.js';

/** Weapons fired, hitting, brought down, destroyed in the field or found as debris. */

/** Farther than this from its act, by the cost of `governingAct`, weapons without a figure are no claim. */
const NEAR = 26;

/** The weapons that a sentence tells as used, each with its own claim, save those of which other claims tell. */
export function strikes(reading: Reading, elsewhere: ReadonlySet<Placed<GoodsMention>>): DraftClaim[] {
  return reading.goods.flatMap((goods) => {
    if (elsewhere.has(goods)) return [];
    const act = strikeOf(reading, goods);
    if (act === null || isQuestion(reading) || isTest(reading, act)) return [];
    const told = !isAgent(reading, goods, act) && !isPartOfWeapon(reading, goods);
    return told ? strikeClaim(reading, goods, act) : [];
  });
}

/** Who asks claims nothing. */
const isQuestion = ({ sentence, document }: Reading): boolean =>
  document.text.slice(...sentence.span).endsWith('?');

/** "failed in tests", "fired in an exercise": nobody is meant to be hit. */
const isTest = (reading: Reading, { predicate }: Act): boolean =>
  /\b(?:in|during|at|for)(?: an?| the| its| their)?(?: [\w-]+)? (?:tests?|trials?|exercises?|drills?|parades?|demonstrations?|air show)\b/.test(
    words(reading, predicate.last + 1, predicate.last + 8),
  );

/** The act of use that governs goods: the noun that they qualify ("drone attack"), else the nearest. */
function strikeOf(reading: Reading, goods: Placed<GoodsMention>): Act | null {
  if (!fits('use', goods.mention, goods.mention.figure !== null)) return null;
  const qualified = attackQualifiedBy(reading, goods);
  if (qualified !== null) return { ...qualified, kind: 'use', cost: 0 };
  const relative = relativeStrike(reading, goods);
  if (relative !== null) return relative;
  const act = governingAct(reading.sentence, goods, reading.predicates);
  if (act?.predicate.lemma === 'intercept' && !fliesIn(reading, goods)) return null;
  if (act === null || act.kind === 'use') return act ?? firesItself(reading, goods);
  if (isFired(reading, goods, act)) return { ...act, kind: 'use', frame: FIRING };
  if (act.kind === 'agreement') {
    const others = reading.predicates.filter(({ frames }) => frames.some((f) => f.kind === 'use'));
    return governingAct(reading.sentence, goods, others);
  }
  const { predicate } = act;
  // "the drones that Iran had supplied exploded over Kyiv": a clause behind them leaves room for it as well.
  const main = mainStrike(reading, goods, predicate);
  if (main !== null) return main;
  // "howitzers supplied by the UAE": a participle behind its noun leaves room for the act of the sentence.
  if (predicate.voice !== 'passive' || predicate.first !== goods.last + 1 || act.frame.name === 'reach')
    return null;
  const others = reading.predicates.filter((other) => other !== predicate);
  const own = governingAct(reading.sentence, goods, others);
  return own?.kind === 'use' && own.predicate.voice !== 'nominal' ? own : null;
}

/** The verb of use behind a relative clause that tells another act of the weapons. */
function mainStrike(
  { sentence: { tokens }, predicates }: Reading,
  { last }: Placed<GoodsMention>,
  inner: Predicate,
): Act | null {
  if (!/^(?:that|which)$/.test(tokens[last + 1]?.lower ?? '') || inner.first <= last) return null;
  const predicate = predicates.find(
    (p) => p.first > inner.last && p.voice !== 'nominal' && p.frames.length > 0,
  );
  const frame = predicate?.frames.find(
    ({ name, object }) => name === 'hit' || ((name === 'fire' || name === 'down') && object === 'goods'),
  );
  if (predicate === undefined || frame === undefined || predicate.first - inner.last > 10) return null;
  if (frame.name !== 'hit' && predicate.voice !== 'passive') return null;
  const parted = tokens
    .slice(inner.last + 1, predicate.first)
    .some(
      ({ lower, text }) =>
        /^(?:[;:]|and|but|who|that|which|where|when|after|before)$/.test(text) || lower === 'and',
    );
  return parted ? null : { predicate, frame, kind: 'use', cost: 8 };
}

/** "the shells that Russia fires", "the drones that had been hitting the port": a clause behind the weapons tells their use. */
function relativeStrike(
  { sentence: { tokens }, predicates }: Reading,
  { last }: Placed<GoodsMention>,
): Act | null {
  const behind = tokens
    .slice(last + 1, last + 5)
    .map((token) => token.lower)
    .join(' ');
  // "were among those used in the attack" tells it as well.
  if (!/^(?:that|which)\b|^(?:was|were|is|are) (?:among|one of|part of)\b/.test(behind)) return null;
  const predicate = predicates.find((p) => p.first > last + 1 && p.voice !== 'nominal');
  const frame = predicate?.frames.find((f) => f.kind === 'use' && f.name !== 'debris');
  if (!predicate || !frame || predicate.first - last > 9) return null;
  return { predicate, frame, kind: 'use', cost: predicate.first - last };
}

/** What flies may be brought down; cargoes are stopped. */
const fliesIn = ({ mentions }: Reading, { mention }: Placed<GoodsMention>): boolean =>
  /^(?:drone|aircraft|rocket|\w+_missile)$/.test(mention.class ?? '') &&
  mention.unit !== 'tonne' &&
  !mentions.some((placed) => placed.mention.type === 'carrier');

/** "drone attack", "missile and drone strikes": the attack that a weapon's name only qualifies. */
export function attackQualifiedBy(
  { sentence: { tokens }, predicates }: Reading,
  { last }: Placed<GoodsMention>,
): { predicate: Predicate; frame: Frame } | null {
  const predicate = predicates.find(
    (p) =>
      p.first > last &&
      p.first - last <= 3 &&
      p.voice === 'nominal' &&
      tokens
        .slice(last + 1, p.first)
        .every((t) => /^(?:and|or|\/|-|drone|missile|rocket|air|artillery)$/.test(t.lower)) &&
      p.frames.some((f) => f.name === 'hit' || f.name === 'fire'),
  );
  const frame = predicate?.frames.find((f) => f.name === 'hit' || f.name === 'fire');
  return predicate && frame ? { predicate, frame } : null;
}

/** "air defences downed …", "jets dropped bombs": what fires, or brings weapons down, beside the weapons told of. */
function isAgent(reading: Reading, goods: Placed<GoodsMention>, { predicate, frame }: Act): boolean {
  if (goods.mention.figure !== null && frame.name !== 'down') return false;
  // "fired a missile at a drone": what is aimed at.
  if (/\bat(?: an?| the)?(?: \w+)?$/.test(words(reading, Math.max(0, goods.first - 3), goods.first)))
    return true;
  if (predicate.voice === 'passive')
    return frame.name === 'down' && words(reading, predicate.last + 1, goods.first).startsWith('by');
  if (goods.last > predicate.first || predicate.voice === 'nominal') return false;
  // "a drone destroyed the depot": what flies destroys by itself, where nothing that flies is brought down.
  if (frame.name === 'down')
    return (
      !/^(?:drone|rocket|(?:ballistic|cruise)_missile)$/.test(goods.mention.class ?? '') ||
      reading.goods.some((other) => other.first > predicate.last && fits('use', other.mention, true))
    );
  return (
    frame.name === 'fire' &&
    reading.goods.some(
      (other) =>
        other.first > predicate.last && fits('use', other.mention, true) && other.first - predicate.last <= 6,
    )
  );
}

/** "components of a missile": the claim is about the missile. */
const isPartOfWeapon = (reading: Reading, { mention, last }: Placed<GoodsMention>): boolean =>
  mention.class === 'component' &&
  mention.figure === null &&
  /^(?:of|from)\b/.test(words(reading, last + 1, last + 2)) &&
  reading.goods.some((other) => other.first > last && other.first - last <= 5);

function strikeClaim(reading: Reading, goods: Placed<GoodsMention>, act: Act): DraftClaim[] {
  const { mention } = goods;
  const counted = mention.figure !== null;
  const parties = strikeParties(reading, act);
  if (!counted && act.cost > NEAR && parties.rules.length === 0) return [];
  // "come to the other's aid if he is attacked": goods of no kind are struck with nothing.
  if (!counted && mention.class === null && act.frame.name === 'hit') return [];
  const draft = draftFor(reading, 'use', act.predicate, parties);
  const unsaid = mention.class === null && parties.target === null && parties.actor === null;
  if (!counted && unsaid && draft.polarity === 'affirmed') return [];
  // A type named right beside its act is told of ("was carried out with a Shahed-136").
  const named = act.cost <= 10 ? mention.model : null;
  const told =
    draft.place ??
    draft.actor ??
    draft.target ??
    mention.make ??
    draft.when.edtf ??
    draft.route?.origin ??
    named ??
    pointsToUser(reading, act);
  const said = act.frame.name === 'debris' || act.frame.name === 'down' || draft.polarity === 'negated';
  if (!counted && told === null && !said) return [];
  draft.item = itemOf(mention);
  draft.make = mention.make;
  const unit = act.cost === 0 && act.predicate.voice === 'nominal' ? 'attack' : mention.unit;
  draft.quantity = quantityOf(mention.figure, unit, reading.document.text, reading.sentence.span[0]);
  draft.rules.push(`act:${act.frame.name}`, ...parties.rules);
  return [draft];
}

/** What only the weapon itself does: whoever stands before it is not its subject. */
const FALLING =
  /^(?:explode|detonate|burst|impact|miss|fail|malfunction|crash|veer off|go astray|(?:fall|fell|come|came|land|landed|plunge|crash|slam|smash)\b.*)$/;

/** "They fired missiles": whoever fires was told of with the strikes before. */
function pointsToUser({ sentence: { tokens }, discourse }: Reading, { predicate }: Act): string | null {
  if (
    predicate.voice !== 'active' ||
    !/^(?:they|it)$/.test(tokens[beforeVerb(tokens, predicate.first)]?.lower ?? '')
  )
    return null;
  return discourse.latest((d) => d.kind === 'use')?.actor ?? null;
}

/** Who fires and who is hit: by the act itself, else by the other acts of use beside it ("downed 40 of the drones that Russia launched"). */
export function strikeParties(
  reading: Reading,
  { predicate, frame }: Pick<Act, 'predicate' | 'frame'>,
): Parties {
  const { sentence, predicates } = reading;
  const own = FALLING.test(predicate.lemma) ? { ...frame, subject: 'none' as const } : frame;
  const mentions = reading.mentions.filter(
    ({ mention }) => mention.type !== 'party' || !isMake(reading, mention.span),
  );
  const parties = partiesOf(reading, predicate, own, mentions);
  if (frame.name !== 'down') parties.actor ??= ownActor(reading, predicate);
  for (const other of predicates) {
    const beside = other.frames.find((f) => f.kind === 'use' && f.name !== 'down');
    if (other === predicate || beside === undefined) continue;
    if (separation(sentence.tokens, other.first, predicate.first) >= 3) continue;
    const its = partiesOf(reading, other, beside, mentions);
    parties.actor ??= its.actor === parties.target ? null : its.actor;
    parties.target ??= its.target === parties.actor ? null : its.target;
  }
  return parties;
}

/** "The Houthis said they had fired …", "claimed responsibility for the attack": whoever speaks of their own act. */
function ownActor({ sentence: { tokens }, speaking }: Reading, { first }: Predicate): string | null {
  const before = tokens.slice(Math.max(0, first - 5), first).map((token) => token.lower);
  const responsible = tokens.some((token) => token.lower === 'responsibility');
  if (!responsible && !before.some((word) => /^(?:it|they|we|its|their|our)$/.test(word))) return null;
  const [speaker] = [...speaking].filter(isPartylike);
  return speaker === undefined ? null : partyOf(speaker);
}

/** A state's name inside that of weapons says who made them, not who fires. */
const isMake = ({ goods }: Reading, [start, end]: readonly [number, number]): boolean =>
  goods.some(
    ({ mention }) =>
      mention.make !== null && !isPeople(mention) && mention.span[0] <= start && end <= mention.head[0],
  );
