import { Button, Group, Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { changed, named } from '../api/judging.js';
import { ApiProblem, send, type Query } from '../api/request.js';
import { reviewerName } from '../api/reviewer.js';
import type { JudgedByRule } from '../api/types.js';
import { say, sayFailure } from '../parts/toasts.js';
import { counted, figure } from '../parts/words.js';
import { ReviewerField } from './judge-bar.js';

interface Props {
  /** The filters of the list of claims that is shown. */
  readonly rule: Query;
  /** How many claims they give; null while that is not known. */
  readonly count: number | null;
}

/** The same judgement on all claims that a list shows, however long it is. */
export function BulkJudge({ rule, count }: Props) {
  const [opened, { open, close }] = useDisclosure();
  const [verdict, setVerdict] = useState<'accept' | 'reject'>('accept');
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const filters = Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!named()) return;
    setBusy(true);
    try {
      const { judgements } = await send<JudgedByRule>('POST', '/judgements/by-rule', {
        rule: filters,
        verdict,
        by: reviewerName(),
        why: why.trim(),
        expect: count,
      });
      const words = counted(judgements.length, 'claim');
      say(`${verdict === 'accept' ? 'Accepted' : 'Rejected'}: ${words}`, {
        label: 'Undo',
        run: () => void undoAll(judgements, words),
      });
      close();
    } catch (error) {
      sayFailure('Nothing was judged', error);
      if (error instanceof ApiProblem && error.status === 409) close();
    } finally {
      setBusy(false);
      changed();
    }
  };
  return (
    <>
      <Button size="compact-xs" variant="default" disabled={count === null || count === 0} onClick={open}>
        Judge all
      </Button>
      <Modal opened={opened} onClose={close} title="Judge all claims of the list" size="md">
        <form onSubmit={(event) => void submit(event)}>
          <Text size="sm" mb="xs">
            <b>{counted(count ?? 0, 'claim')}</b>, by{' '}
            {Object.keys(filters).length === 0
              ? 'no filter: the whole case'
              : Object.entries(filters)
                  .map(([name, value]) => `${name} ${String(value)}`)
                  .join(', ')}
            . Each keeps its own judgement, which can be taken back.
          </Text>
          <Group gap="xs" mb="xs">
            <SegmentedControl
              size="xs"
              aria-label="Judgement"
              value={verdict}
              onChange={(value) => setVerdict(value)}
              data={[
                { value: 'accept', label: 'Accept' },
                { value: 'reject', label: 'Reject' },
              ]}
            />
            <ReviewerField />
          </Group>
          <TextInput
            label="Why"
            required
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          <Group justify="end" mt="sm">
            <Button type="submit" size="compact-sm" loading={busy} disabled={why.trim() === ''}>
              {verdict === 'accept' ? 'Accept' : 'Reject'} {figure(count ?? 0)}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}

/** The latest first, as each takes back the last one on its claim. */
async function undoAll(ids: readonly string[], words: string): Promise<void> {
  try {
    for (const id of [...ids].reverse())
      await send('POST', `/judgements/${id}/undo`, { by: reviewerName(), why: 'taken back in the desk' });
    say(`Taken back: ${words}`);
  } catch (error) {
    sayFailure('Not all was taken back', error);
  }
  changed();
}
