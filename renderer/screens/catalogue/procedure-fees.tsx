import { useState } from 'react';
import { Button, Table } from '@mantine/core';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { Card } from '../dossier/facts.tsx';
import { Confidence } from './confidence.tsx';
import { feeOffer } from './fee-offer.ts';
import { SetAmountDialog } from './set-amount.tsx';
import classes from './catalogue.module.css';

/** Fees of a procedure; amounts left to the province are entered here once, with their resolution. */
export const ProcedureFees = ({ sheet: { procedure, amounts } }: { sheet: ProcedureSheet }) => {
  const words = useWords();
  const say = words.dossiers.procedures;
  const roles = useDesk((desk) => desk.session?.clerk.roles ?? []);
  const [changing, setChanging] = useState<string | null>(null);
  const maySet = roles.includes('reception') || roles.includes('admin');
  const changed = procedure.fees.find(({ id }) => id === changing);
  const setBefore = amounts.find((one) => one.procedure === procedure.code && one.fee === changing);
  return (
    <Card title={say.fees}>
      <Confidence of={procedure.confidence.fees} />
      {procedure.fees.length === 0 ? (
        <p className={classes['quiet']}>{say.noFees}</p>
      ) : (
        <Table className={classes['table'] ?? ''} layout="auto">
          <Table.Tbody>
            {procedure.fees.map((fee) => {
              const offer = feeOffer(fee, procedure.code, amounts, words);
              return (
                <Table.Tr key={fee.id}>
                  <Table.Td>
                    {fee.label}
                    {fee.channel !== undefined && (
                      <span className={classes['quiet']}> · {say.channels[fee.channel]}</span>
                    )}
                    {offer.ground !== '' && <div className={classes['quiet']}>{offer.ground}</div>}
                  </Table.Td>
                  <Table.Td className={classes['amount'] ?? ''} data-state={offer.state}>
                    <div>{offer.text}</div>
                    {offer.state !== 'law' && maySet && (
                      <Button size="compact-sm" variant="default" onClick={() => setChanging(fee.id)}>
                        {offer.state === 'set' ? say.amount.change : say.amount.set}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {procedure.exemptions.length > 0 && (
        <>
          <h3 className={classes['subheading']}>{say.exemptions}</h3>
          <ul className={classes['plainList']}>
            {procedure.exemptions.map((exemption) => (
              <li key={exemption.id}>
                {exemption.label} <span className={classes['quiet']}>· {exemption.basis}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {changed !== undefined && (
        <SetAmountDialog
          key={changed.id}
          procedure={procedure.code}
          fee={changed}
          before={setBefore?.amount ?? null}
          decision={setBefore?.decision ?? ''}
          onClose={() => setChanging(null)}
        />
      )}
    </Card>
  );
};
