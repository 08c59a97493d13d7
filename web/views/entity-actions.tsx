import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { judgeEntities, type EntityVerdict } from '../api/judging-entities.js';
import type { Entity } from '../api/types.js';
import { ReviewerField } from './judge-bar.js';

/** Puts an entity and another one together, or takes names that mean another one out of it. */
export function EntityActions({ entity }: { readonly entity: Entity }) {
  return (
    <details>
      <summary>Merge, tell apart, split</summary>
      <Stack gap="md" mt="xs">
        <ReviewerField />
        <Merge entity={entity} />
        {entity.names.length > 1 && <Split entity={entity} />}
      </Stack>
    </details>
  );
}

function Merge({ entity }: { readonly entity: Entity }) {
  const [other, setOther] = useState('');
  const [why, setWhy] = useState('');
  const ready = other.trim() !== '' && why.trim() !== '';
  const send = (verdict: 'merge' | 'distinct'): void => {
    const words = verdict === 'merge' ? 'Made one' : 'Told apart';
    void judgeEntities(
      { verdict, entity: entity.id, other: other.trim() },
      why.trim(),
      `${words}: ${entity.name}, ${other.trim()}`,
    ).then((done) => {
      if (done) setOther('');
    });
  };
  return (
    <Group gap="xs" align="end">
      <Field label="The other one: a name, number or id" value={other} onChange={setOther} />
      <Field label="Why" value={why} onChange={setWhy} wide />
      <Button size="compact-sm" disabled={!ready} onClick={() => send('merge')}>
        They are one
      </Button>
      <Button size="compact-sm" variant="default" disabled={!ready} onClick={() => send('distinct')}>
        They are two
      </Button>
    </Group>
  );
}

function Split({ entity }: { readonly entity: Entity }) {
  const [names, setNames] = useState<string[]>([]);
  const [other, setOther] = useState('');
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const verdict: EntityVerdict = {
      verdict: 'split',
      entity: entity.id,
      names,
      ...(other.trim() === '' ? {} : { other: other.trim() }),
    };
    void judgeEntities(verdict, why.trim(), `Split from ${entity.name}: ${names.join(', ')}`).then((done) => {
      if (done) setNames([]);
    });
  };
  return (
    <form onSubmit={submit}>
      <Text size="sm">Names that mean another one:</Text>
      <Checkbox.Group value={names} onChange={setNames} aria-label="Names that mean another one">
        <Group gap="sm" my={4}>
          {entity.names.map(({ name }) => (
            <Checkbox key={name} size="xs" value={name} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group gap="xs" align="end">
        <Field label="Which one (a new one where left empty)" value={other} onChange={setOther} />
        <Field label="Why" value={why} onChange={setWhy} wide />
        <Button type="submit" size="compact-sm" disabled={names.length === 0 || why.trim() === ''}>
          Split
        </Button>
      </Group>
    </form>
  );
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes the room that the others leave. */
  readonly wide?: boolean;
}) {
  const { label, value, onChange, wide = false } = props;
  return (
    <TextInput
      size="xs"
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...(wide ? { flex: 1 } : {})}
    />
  );
}
