import { Button, Group, Modal, Paper, Text } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { changed, named, type Fields } from '../api/judging.js';
import { send } from '../api/request.js';
import { reviewerName } from '../api/reviewer.js';
import { ClaimForm } from '../parts/claim-form.js';
import { useSelectedSpan, type SelectedSpan } from '../parts/selected-span.js';
import { say, sayFailure } from '../parts/toasts.js';
import { ReviewerField } from './judge-bar.js';

interface Props {
  readonly document: string;
  readonly place: RefObject<HTMLElement | null>;
  /** Called with the id of a claim that was made. */
  readonly onMade: (claim: string) => void;
}

/** What can be done with selected words: make them a claim, or pass a link to them on. */
export function SelectionBar({ document: id, place, onMade }: Props) {
  const selected = useSelectedSpan(place);
  const [making, setMaking] = useState<SelectedSpan | null>(null);
  const copy = async (span: SelectedSpan): Promise<void> => {
    const link = `${location.origin}/desk/sources/${id}?span=${span.start}-${span.end}`;
    try {
      await navigator.clipboard.writeText(link);
      say('The link is in the clipboard');
    } catch (error) {
      sayFailure('Not copied', error);
    }
  };
  const make = async (
    span: SelectedSpan,
    { kind = 'transfer', ...set }: Fields,
    why: string,
  ): Promise<void> => {
    if (!named()) return;
    try {
      const { claim } = await send<{ claim: { id: string } }>('POST', '/claims', {
        document: id,
        span: [span.start, span.end],
        kind,
        by: reviewerName(),
        why,
        set,
      });
      setMaking(null);
      say('The claim is made');
      changed();
      onMade(claim.id);
    } catch (error) {
      sayFailure('No claim was made', error);
    }
  };
  return (
    <>
      {selected !== null && making === null && (
        <Paper
          withBorder
          shadow="sm"
          p={4}
          role="toolbar"
          aria-label="Selected words"
          style={{
            position: 'fixed',
            zIndex: 150,
            top: Math.min(selected.top + 6, innerHeight - 44),
            left: Math.max(8, Math.min(selected.left, innerWidth - 240)),
          }}
          // The press of a button must not take the selection away before it is read.
          onMouseDown={(event) => event.preventDefault()}
        >
          <Group gap={4}>
            <Button size="compact-xs" onClick={() => setMaking(selected)}>
              Make a claim
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => void copy(selected)}>
              Copy link
            </Button>
          </Group>
        </Paper>
      )}
      <Modal opened={making !== null} onClose={() => setMaking(null)} title="A claim made by hand" size="xl">
        {making !== null && (
          <>
            <Group gap="xs" mb="xs" justify="space-between" wrap="nowrap" align="start">
              <Text className="quote" lineClamp={3}>
                “{making.words}”
              </Text>
              <ReviewerField />
            </Group>
            <ClaimForm
              claim={null}
              done="Make the claim"
              onDone={(set, why) => void make(making, set, why)}
              onCancel={() => setMaking(null)}
            />
          </>
        )}
      </Modal>
    </>
  );
}
