import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Fields } from '../api/judging.js';
import type { Claim } from '../api/types.js';
import { choices, ITEMS, KINDS, MODALITIES, OUTCOMES, POLARITIES, SCOPES, UNITS } from './vocabulary.js';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly read: (claim: Claim) => string | number | null | undefined;
  /** The closed list that it has its value from. */
  readonly of?: Readonly<Record<string, string>>;
  readonly number?: boolean;
  readonly hint?: string;
}

const UNIT_WORDS = Object.fromEntries(Object.entries(UNITS).map(([unit, [, more]]) => [unit, more]));

/** The fields that an edit may set (docs/formats.md), in the order in which a sentence is read. */
const FIELDS: readonly Field[] = [
  { name: 'kind', label: 'Kind', of: KINDS, read: ({ kind }) => kind },
  { name: 'polarity', label: 'Said to be so?', of: POLARITIES, read: ({ polarity }) => polarity },
  { name: 'modality', label: 'How surely', of: MODALITIES, read: ({ modality }) => modality },
  { name: 'claimant', label: 'Claimant', read: ({ attribution }) => attribution.at(-1)?.who },
  {
    name: 'stated',
    label: 'Stated',
    hint: 'EDTF: 2023-10-13',
    read: ({ attribution }) => attribution.at(-1)?.stated,
  },
  { name: 'supplier', label: 'Supplier', hint: 'name or code', read: ({ supplier }) => supplier },
  { name: 'recipient', label: 'Recipient', hint: 'name or code', read: ({ recipient }) => recipient },
  { name: 'actor', label: 'Actor', hint: 'name or code', read: ({ actor }) => actor },
  { name: 'target', label: 'Target', hint: 'name or code', read: ({ target }) => target },
  { name: 'item.class', label: 'Goods', of: ITEMS, read: ({ item }) => item?.class },
  { name: 'item.wording', label: 'Goods as called', read: ({ item }) => item?.wording },
  { name: 'item.model', label: 'Model', read: ({ item }) => item?.model },
  { name: 'quantity.low', label: 'No fewer than', number: true, read: ({ quantity }) => quantity?.low },
  { name: 'quantity.high', label: 'No more than', number: true, read: ({ quantity }) => quantity?.high },
  { name: 'quantity.unit', label: 'Unit', of: UNIT_WORDS, read: ({ quantity }) => quantity?.unit },
  {
    name: 'quantity.qualifier',
    label: 'Qualifier',
    hint: 'more than, about',
    read: ({ quantity }) => quantity?.qualifier,
  },
  { name: 'quantity.wording', label: 'Figure as worded', read: ({ quantity }) => quantity?.wording },
  { name: 'when.edtf', label: 'When', hint: 'EDTF: 2023-08/2024-01', read: ({ when }) => when.edtf },
  { name: 'when.scope', label: 'Counted', of: SCOPES, read: ({ when }) => when.scope },
  { name: 'place', label: 'Place', read: ({ place }) => place },
  { name: 'route.origin', label: 'Sent from', read: ({ route }) => route?.origin },
  { name: 'route.destination', label: 'Sent to', read: ({ route }) => route?.destination },
  { name: 'route.mode', label: 'Sent by', hint: 'sea, rail', read: ({ route }) => route?.mode.join(', ') },
  { name: 'route.vessel', label: 'Vessel', read: ({ route }) => route?.vessel },
  { name: 'outcome', label: 'Outcome', of: OUTCOMES, read: ({ outcome }) => outcome },
];

interface Props {
  /** What the fields hold at first; null for a new claim. */
  readonly claim: Claim | null;
  readonly done: string;
  /** Given what was changed, and the reason. */
  readonly onDone: (set: Fields, why: string) => void;
  readonly onCancel: () => void;
}

/** The fields of a claim, to be filled in or corrected, with the reason. */
export function ClaimForm({ claim, done, onDone, onCancel }: Props) {
  const [first] = useState(() =>
    Object.fromEntries(
      FIELDS.map(({ name, read }) => [name, claim === null ? blank(name) : String(read(claim) ?? '')]),
    ),
  );
  const [values, setValues] = useState(first);
  const [why, setWhy] = useState('');
  const changed = Object.keys(values).filter((name) => values[name] !== (claim === null ? '' : first[name]));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const set = Object.fromEntries(
      changed.map((name) => [name, values[name]?.trim() === '' ? null : (values[name]?.trim() ?? null)]),
    );
    onDone(set, why.trim());
  };
  return (
    <form onSubmit={submit}>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" verticalSpacing={6}>
        {FIELDS.map(({ name, label, of, number, hint }) => {
          const shared = {
            key: name,
            size: 'xs',
            label,
            value: values[name] ?? '',
            onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
              setValues((now) => ({ ...now, [name]: currentTarget.value })),
          } as const;
          const { key, ...rest } = shared;
          return of === undefined ? (
            <TextInput
              key={key}
              {...rest}
              inputMode={number === true ? 'decimal' : 'text'}
              placeholder={hint}
            />
          ) : (
            <NativeSelect key={key} {...rest} data={[{ value: '', label: '–' }, ...choices(of)]} />
          );
        })}
      </SimpleGrid>
      <TextInput
        mt="sm"
        size="sm"
        label="Why"
        required
        data-autofocus
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <Group justify="end" mt="sm" gap="xs">
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" size="compact-sm" disabled={why.trim() === '' || changed.length === 0}>
          {done}
        </Button>
      </Group>
    </form>
  );
}

/** What a new claim begins as. */
const blank = (name: string): string => (name === 'kind' ? 'transfer' : '');
