import { Kbd, Modal, Table } from '@mantine/core';
import { PLACES } from '../app/places.js';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'search'],
  ['?', 'this list'],
  ['j', 'next row'],
  ['k', 'row before'],
  ['Enter', 'open the row'],
  ['a', 'accept the claim (Review)'],
  ['e', 'edit the claim (Review)'],
  ['x', 'reject the claim (Review)'],
  ['u', 'undo the last judgement (Review)'],
];

/** Every key of the desk. */
export function KeyList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const rows = [...KEYS, ...PLACES.map(({ key, title }) => [`g ${key}`, `go to ${title}`] as const)];
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm">
      <Table withRowBorders={false} verticalSpacing={2}>
        <Table.Tbody>
          {rows.map(([keys, does]) => (
            <Table.Tr key={keys}>
              <Table.Td w={90}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} size="xs" mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
