import { Select } from '@mantine/core';
import { choices } from './vocabulary.js';

interface Props<T extends string> {
  readonly label: string;
  /** What stands there where nothing is chosen: "Any kind". */
  readonly any: string;
  readonly words: Readonly<Record<T, string>>;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  readonly width?: number;
}

/** A filter by one value of a closed list. */
export function Choice<T extends string>({ label, any, words, value, onChange, width = 130 }: Props<T>) {
  return (
    <Select
      size="xs"
      w={width}
      aria-label={label}
      placeholder={any}
      clearable
      searchable={Object.keys(words).length > 8}
      data={choices(words)}
      value={value ?? null}
      onChange={(chosen) => onChange((chosen as T | null) ?? undefined)}
    />
  );
}
