import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/request.js';
import classes from './toasts.module.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly failed: boolean;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** How long what was done is said, in milliseconds; what failed stays until it is put away. */
const SHOWN_FOR = 8000;

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const tell of listeners) tell();
}

const put = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

/** Says at the edge of the screen what was done, with what takes it back. */
export function say(text: string, action: Toast['action'] = null): void {
  const id = ++count;
  change([...toasts.slice(-3), { id, text, failed: false, action }]);
  setTimeout(() => put(id), SHOWN_FOR);
}

/** Says what failed, in the words of the server. */
export function sayFailure(what: string, error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof ApiProblem && error.remedy !== '' ? ` ${error.remedy}` : '';
  change([
    ...toasts.slice(-3),
    { id: ++count, text: `${what}: ${words}.${remedy}`, failed: true, action: null },
  ]);
}

/** Where they stand; read out as they come. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={classes['toasts']} role="log" aria-live="polite" aria-label="What was done">
      {shown.map(({ id, text, failed, action }) => (
        <Paper key={id} withBorder shadow="md" p="xs" data-failed={failed || undefined}>
          <Group gap="xs" wrap="nowrap" justify="space-between">
            <Text size="sm">{text}</Text>
            <Group gap={4} wrap="nowrap">
              {action !== null && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => {
                    put(id);
                    action.run();
                  }}
                >
                  {action.label}
                </Button>
              )}
              <CloseButton size="sm" aria-label="Put away" onClick={() => put(id)} />
            </Group>
          </Group>
        </Paper>
      ))}
    </div>
  );
}
