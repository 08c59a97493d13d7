import { Button, Group, Kbd, Modal, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { judge, undoLast } from '../api/judging.js';
import { useReviewer } from '../api/reviewer.js';
import type { Claim } from '../api/types.js';
import { useKeys } from '../app/keys.js';
import { ClaimForm } from '../parts/claim-form.js';
import { claimLine } from '../parts/claim-words.js';

/** Why an accepted claim is accepted, unless the reviewer says more. */
const AGREES = 'the sentence says so';
const REASONS = ['not what the sentence says', 'no claim', 'wrong party', 'wrong figure', 'told elsewhere'];

interface Props {
  readonly claim: Claim | null;
  /** Called as a judgement is sent, and with whether it was done. */
  readonly onJudging?: (claim: string, done: Promise<boolean>) => void;
}

/** Accept, edit, reject and undo, each by one key, for the claim in view. */
export function JudgeBar({ claim, onJudging }: Props) {
  const [open, setOpen] = useState<'edit' | 'reject' | null>(null);
  const close = (): void => setOpen(null);
  const send = (
    verdict: 'accept' | 'reject' | 'edit',
    why: string,
    set?: Parameters<typeof judge>[4],
  ): void => {
    if (claim === null) return;
    close();
    const done = judge(claim.id, verdict, why, claimLine(claim), set);
    onJudging?.(claim.id, done);
  };
  useKeys(
    open === null
      ? {
          a: () => send('accept', AGREES),
          e: () => claim !== null && setOpen('edit'),
          x: () => claim !== null && setOpen('reject'),
          u: () => void undoLast(),
        }
      : {},
  );
  return (
    <Group gap={6} wrap="wrap">
      <Act letter="a" label="Accept" disabled={claim === null} onClick={() => send('accept', AGREES)} />
      <Act letter="e" label="Edit" disabled={claim === null} onClick={() => setOpen('edit')} />
      <Act letter="x" label="Reject" disabled={claim === null} onClick={() => setOpen('reject')} />
      <Act letter="u" label="Undo" onClick={() => void undoLast()} />
      <Modal opened={open === 'reject'} onClose={close} title="Why is it rejected?" size="md">
        <Reasons onDone={(why) => send('reject', why)} />
      </Modal>
      <Modal opened={open === 'edit'} onClose={close} title="Edit the claim" size="xl">
        {claim !== null && (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              {claimLine(claim)}
            </Text>
            <ClaimForm
              claim={claim}
              done="Save the edit"
              onDone={(set, why) => send('edit', why, set)}
              onCancel={close}
            />
          </>
        )}
      </Modal>
    </Group>
  );
}

function Act(props: {
  readonly letter: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={props.disabled}
      onClick={props.onClick}
      aria-keyshortcuts={props.letter}
      rightSection={<Kbd size="xs">{props.letter}</Kbd>}
    >
      {props.label}
    </Button>
  );
}

/** Asks for a reason: one of the usual, or one's own. */
function Reasons({ onDone }: { readonly onDone: (why: string) => void }) {
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (why.trim() !== '') onDone(why.trim());
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        aria-label="Why"
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <Group gap={4} my="xs">
        {REASONS.map((reason) => (
          <Button key={reason} size="compact-xs" variant="default" onClick={() => onDone(reason)}>
            {reason}
          </Button>
        ))}
      </Group>
      <Group justify="end">
        <Button type="submit" size="compact-sm" disabled={why.trim() === ''}>
          Reject
        </Button>
      </Group>
    </form>
  );
}

/** Who judges here. */
export function ReviewerField() {
  const [name, setName] = useReviewer();
  return (
    <TextInput
      id="reviewer"
      size="xs"
      w={170}
      aria-label="Who judges"
      placeholder="Who judges?"
      value={name}
      onChange={({ currentTarget }) => setName(currentTarget.value)}
    />
  );
}
