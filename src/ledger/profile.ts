import type { Entity, EntityType } from '../model/entity.js';
import { isImo } from '../model/identifiers.js';
import type { ListedEntity, ListedType } from '../model/sanctions.js';
import { nameForm, type NameForm, type NameKind } from './name-forms.js';

/** What two entities are compared by, wherever they are from. */
export interface Profile {
  readonly kind: NameKind;
  readonly names: readonly NameForm[];
  /** Names that its list calls weak: they alone say little. */
  readonly weak: ReadonlySet<NameForm>;
  readonly imo: readonly string[];
  readonly mmsi: readonly string[];
  readonly callSigns: readonly string[];
  /** Codes that a thing has once: of a state, a port. */
  readonly codes: readonly string[];
  readonly states: readonly string[];
  readonly births: readonly string[];
  /** Identities under which it sailed that are not its own. */
  readonly falseNames: readonly NameForm[];
  /** IMO numbers and MMSI under which it sailed that are not its own. */
  readonly falseNumbers: readonly string[];
}

const KINDS: Readonly<Record<EntityType, readonly NameKind[]>> = {
  state: [],
  agency: ['organisation'],
  organisation: ['organisation'],
  company: ['organisation'],
  armed_group: ['organisation'],
  person: ['person'],
  vessel: ['vessel'],
  place: ['place'],
  item: [],
  model: [],
  // A name that nobody has said more of may be anyone's.
  unknown: ['organisation', 'person'],
};

/**
 * As whom an entity may be compared; as nobody where it is a state or goods, which have codes and classes, or unnamed
 * speakers ("officials in the capital"), whose wording is no name.
 */
export const profilesOf = (entity: Entity): readonly Profile[] =>
  entity.type === 'unknown' && entity.origin !== entity.key
    ? []
    : KINDS[entity.type].map((kind) => profileAs(entity, kind));

function profileAs(entity: Entity, kind: NameKind): Profile {
  const numbers = (scheme: Entity['identifiers'][number]['scheme']): string[] =>
    entity.identifiers.filter((each) => each.scheme === scheme).map(({ value }) => value);
  const names = [
    entity.name,
    ...entity.names.map(({ name }) => name),
    ...entity.aliases.map(({ name }) => name),
  ];
  return {
    kind,
    names: forms(names, kind),
    weak: new Set(),
    imo: numbers('imo'),
    mmsi: numbers('mmsi'),
    callSigns: numbers('call-sign'),
    codes: numbers('un-locode'),
    states: [
      ...new Set([
        ...(entity.state === null ? [] : [entity.state]),
        ...entity.flags.map(({ state }) => state),
      ]),
    ],
    births: [],
    falseNames: forms(
      entity.false_identities.map(({ name }) => name),
      kind,
    ),
    falseNumbers: entity.false_identities.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)),
  };
}

const LISTED_KINDS: Readonly<Record<Exclude<ListedType, 'other'>, NameKind>> = {
  vessel: 'vessel',
  person: 'person',
  organisation: 'organisation',
};

/** Null for what is not screened: addresses, securities, the acts of listing themselves. */
export const kindOfListed = ({ type }: Pick<ListedEntity, 'type'>): NameKind | null =>
  type === 'other' ? null : LISTED_KINDS[type];

/** @param stateOf the ISO 3166-1 code of a country by code or name; null where it is none */
export function profileOfListed(
  listed: ListedEntity,
  kind: NameKind,
  stateOf: (country: string) => string | null,
): Profile {
  const weakNames = new Set(listed.aliases.filter(({ weak }) => weak).map(({ name }) => name));
  const names = forms([listed.name, ...listed.aliases.map(({ name }) => name)], kind);
  return {
    kind,
    names,
    weak: new Set(names.filter(({ text }) => weakNames.has(text) && text !== listed.name)),
    imo: listed.imo.filter(isImo),
    mmsi: listed.mmsi,
    callSigns: listed.call_signs,
    codes: [],
    states: [...new Set(listed.countries.flatMap((country) => stateOf(country) ?? []))],
    births: listed.births,
    falseNames: [],
    falseNumbers: [],
  };
}

/** Each name once, whatever its case and accents. */
function forms(names: readonly string[], kind: NameKind): NameForm[] {
  const found = new Map<string, NameForm>();
  for (const name of names) {
    const form = nameForm(name, kind);
    const key = form.words.map(({ plain }) => plain).join(' ');
    if (key !== '' && !found.has(key)) found.set(key, form);
  }
  return [...found.values()];
}
