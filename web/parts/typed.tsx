import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly width?: number;
}

/** How long a pause ends a word, in milliseconds. */
const PAUSE = 250;

/** A filter by typed words, which takes effect when the typing pauses. */
export function Typed({ label, placeholder, value, onChange, width = 140 }: Props) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  useEffect(() => {
    if (text === (value ?? '')) return undefined;
    const timer = setTimeout(() => onChange(text.trim() === '' ? undefined : text), PAUSE);
    return () => clearTimeout(timer);
    // Only what is typed starts the wait.
  }, [text]);
  return (
    <TextInput
      size="xs"
      w={width}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
}
