import { isEdtf } from '../core/edtf-date.js';
import { imosIn } from '../model/identifiers.js';
import type { ListedEntity } from '../model/sanctions.js';
import type { ListEntry } from './list-entry.js';
import { textsAt, xmlRecords, type XmlElement } from './xml-records.js';

/**
 * The entries of the United Nations Security Council Consolidated List, as its XML has them.
 * @throws TallymanError `malformed` naming the line
 */
export async function* unList(chunks: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<ListEntry> {
  for await (const { line, element, root } of xmlRecords(chunks, ENTRIES, where)) {
    const listed = listedOf(element);
    if (listed.id === '') yield { line, reason: 'has neither reference number nor data id' };
    else if (listed.name === '') yield { line, reason: 'has no name' };
    else yield { line, listed, edition: dayOf(root['dateGenerated']) };
  }
}

const ENTRIES: ReadonlySet<string> = new Set(['INDIVIDUAL', 'ENTITY']);

function listedOf(entry: XmlElement): ListedEntity {
  const one = (...path: string[]): string => textsAt(entry, ...path)[0] ?? '';
  const person = entry.name === 'INDIVIDUAL';
  const names = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap((part) =>
    textsAt(entry, part),
  );
  return {
    id: one('REFERENCE_NUMBER') || one('DATAID'),
    type: person ? 'person' : 'organisation',
    schema: person ? 'Individual' : 'Entity',
    name: names.join(' '),
    aliases: [
      ...textsAt(entry, 'NAME_ORIGINAL_SCRIPT').map((name) => ({ name, weak: false })),
      ...entry.inner.filter(({ name }) => name === `${entry.name}_ALIAS`).flatMap(aliasesIn),
    ],
    // A body's comments list its ships.
    imo: textsAt(entry, 'COMMENTS1').flatMap(imosIn),
    mmsi: [],
    call_signs: [],
    countries: person ? textsAt(entry, 'NATIONALITY', 'VALUE') : textsAt(entry, 'ENTITY_ADDRESS', 'COUNTRY'),
    births: entry.inner.filter(({ name }) => name === 'INDIVIDUAL_DATE_OF_BIRTH').flatMap(birthIn),
    programmes: textsAt(entry, 'UN_LIST_TYPE'),
    listed: dayOf(one('LISTED_ON')),
  };
}

/** The list calls an alias "Low" that does not identify by itself; several stand in one element, with semicolons. */
function aliasesIn(alias: XmlElement): ListedEntity['aliases'] {
  const weak = textsAt(alias, 'QUALITY')[0]?.toLowerCase() === 'low';
  return textsAt(alias, 'ALIAS_NAME')
    .flatMap((names) => names.split(';'))
    .map((name) => ({ name: name.trim(), weak }))
    .filter(({ name }) => name !== '');
}

/** A day, a year, or the years between which. */
function birthIn(birth: XmlElement): string[] {
  const one = (name: string): string => textsAt(birth, name)[0] ?? '';
  const between = `${one('FROM_YEAR')}/${one('TO_YEAR')}`;
  const written = dayOf(one('DATE')) ?? (one('YEAR') || (between === '/' ? '' : between));
  return written !== '' && isEdtf(written) ? [written] : [];
}

/** "2014-07-28", "2014-07-28T10:00:00Z", "2014-07-28-04:00". */
const dayOf = (time: string | undefined): string | null => {
  const day = time?.slice(0, 10) ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) && isEdtf(day) ? day : null;
};
