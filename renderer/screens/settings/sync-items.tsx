import { Button, Table } from '@mantine/core';
import { useEffect } from 'react';
import type { WaitingItem } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { ageText } from '../../frame/age.ts';
import { useAnswer } from '../../use-answer.ts';
import { useWords } from '../../words.ts';
import { useNow } from '../dossiers/use-now.ts';

const asking = () => ask('sync.items', {});

const useReason = (): ((item: WaitingItem) => string) => {
  const say = useWords().sync.items;
  const reasons: Record<string, string> = say.reasons;
  return ({ kind, count, reason }) => {
    if (kind === 'waiting') return say.waiting({ count });
    if (kind === 'unverified') return say.unverified;
    const why = reasons[reason];
    return why === undefined ? say.aside : `${say.aside}: ${why}`;
  };
};

/** Everything that waits or needs a look, with its reason and age, and one thing to do. */
export const SyncItems = ({ turn }: { turn: number }) => {
  const words = useWords();
  const say = words.sync.items;
  const reasonOf = useReason();
  const now = useNow();
  const { value: items, again } = useAnswer(asking);
  // The figures above have moved.
  useEffect(again, [again, turn]);
  if (items === null) return null;
  return (
    <>
      <h3>{say.title}</h3>
      {items.length === 0 ? (
        <p className="hint">{say.none}</p>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.what}</Table.Th>
              <Table.Th>{say.why}</Table.Th>
              <Table.Th>{say.age}</Table.Th>
              <Table.Th aria-label={say.open} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item, at) => (
              <Table.Tr key={`${item.kind} ${item.dossier} ${at}`}>
                <Table.Td>{item.dossier === '' ? say.office : `${item.code} · ${item.ownerName}`}</Table.Td>
                <Table.Td>{reasonOf(item)}</Table.Td>
                <Table.Td>{ageText(now - item.since, words)}</Table.Td>
                <Table.Td>
                  {item.dossier !== '' && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => go('dossier', { id: item.dossier })}
                    >
                      {say.open}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
};
