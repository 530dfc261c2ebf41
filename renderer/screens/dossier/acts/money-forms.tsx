import { formatDateTime } from '../../../../shared/calendar/vietnam-time.ts';
import { isChargeable, moneyStanding } from '../../../../shared/dossier/acts/money.ts';
import { formatMoney, isAmount } from '../../../../shared/fees/money.ts';
import type { Taken } from '../../../../shared/dossier/state.ts';
import { TransferCode } from '../../../money/transfer-code.tsx';
import { useWords } from '../../../words.ts';
import type { ActForm } from './body.ts';
import { Amount, Choice, Day, Line, Paragraph, Row } from './fields.tsx';
import { OptionalReceipt, ReceiptFields, blankReceipt } from './official-receipt.tsx';
import { reasonsOf } from './reason-form.tsx';

const owedOf = ({ money }: Taken): number => moneyStanding(money).owed;
const moneyText = (amount: number): string => (isAmount(amount) ? formatMoney(amount) : '');

interface ActAmountProps {
  act: { amount: number };
  set: (part: { amount: number }) => void;
  first: boolean;
}

const ActAmount = ({ act, set, first }: ActAmountProps) => {
  const say = useWords().acts.forms.fields;
  return (
    <Amount
      field="amount"
      label={say.amount}
      first={first}
      value={act.amount}
      onChange={(amount) => set({ amount })}
    />
  );
};

export const collectForm: ActForm<'collectFee'> = {
  start: ({ state }) => ({ amount: owedOf(state), beyond: '', receipt: null }),
  Body: ({ act, set, state, remembered, today }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <ActAmount act={act} set={set} first />
        {act.amount > owedOf(state) && (
          <Line field="beyond" label={say.beyond} value={act.beyond} onChange={(beyond) => set({ beyond })} />
        )}
        <OptionalReceipt
          today={today}
          remembered={remembered}
          value={act.receipt}
          onChange={(receipt) => set({ receipt })}
        />
      </>
    );
  },
};

export const claimForm: ActForm<'claimTransfer'> = {
  start: ({ state }) => ({ amount: owedOf(state), reference: '' }),
  Body: ({ act, set, page }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <Row>
          <ActAmount act={act} set={set} first />
          <Line
            field="reference"
            label={say.reference}
            value={act.reference}
            onChange={(reference) => set({ reference })}
          />
        </Row>
        <TransferCode code={page.row.code} amount={act.amount} />
      </>
    );
  },
};

const waiting = ({ money }: Taken) => money.claims.filter(({ matchedBy }) => matchedBy === null);

export const matchForm: ActForm<'matchTransfer'> = {
  start: ({ state, today }) => {
    const [claim] = waiting(state);
    return {
      claim: claim?.event ?? null,
      amount: claim?.amount ?? owedOf(state),
      bankDate: today,
      reference: claim?.reference ?? '',
      receipt: null,
    };
  },
  Body: ({ act, set, state, remembered, today }) => {
    const words = useWords();
    const say = words.acts.forms.fields;
    const claims = waiting(state);
    return (
      <>
        {claims.length > 0 && (
          <Choice
            field="claim"
            label={say.claim}
            value={act.claim ?? ''}
            options={[
              ...claims.map(({ event, amount, at }) => ({
                value: event,
                label: say.claimed({ amount: formatMoney(amount), at: formatDateTime(at, words.calendar) }),
              })),
              { value: '', label: say.noClaim },
            ]}
            onChange={(claim) => set({ claim: claim === '' ? null : claim })}
          />
        )}
        <Row>
          <ActAmount act={act} set={set} first />
          <Day
            field="bankDate"
            label={say.bankDate}
            value={act.bankDate}
            onChange={(bankDate) => set({ bankDate })}
          />
        </Row>
        <Line
          field="reference"
          label={say.reference}
          value={act.reference}
          onChange={(reference) => set({ reference })}
        />
        <OptionalReceipt
          today={today}
          remembered={remembered}
          value={act.receipt}
          onChange={(receipt) => set({ receipt })}
        />
      </>
    );
  },
};

/** Positions of lines an act may be about. */
const linesOf = ({ money }: Taken, wanted: 'chargeable' | 'toBeSet'): number[] =>
  money.lines.flatMap((line, position) =>
    (wanted === 'chargeable' ? isChargeable(line) : line.state === 'toBeSet') ? [position] : [],
  );

interface LineProps {
  state: Taken;
  positions: readonly number[];
  value: number;
  onChange: (line: number) => void;
}

const LineChoice = ({ state, positions, value, onChange }: LineProps) => {
  const words = useWords();
  const say = words.acts.forms.fields;
  return (
    <Choice
      field="line"
      label={say.line}
      first
      value={String(value)}
      options={positions.map((position) => {
        const line = state.money.lines[position];
        const amount = line?.total == null ? words.fees.states.toBeSet : moneyText(line.total);
        return { value: String(position), label: say.lineOf({ label: line?.label ?? '', amount }) };
      })}
      onChange={(line) => onChange(Number(line))}
    />
  );
};

export const exemptForm: ActForm<'exemptFee'> = {
  start: ({ state }) => ({ line: linesOf(state, 'chargeable')[0] ?? 0, ground: '' }),
  Body: ({ act, set, state, remembered }) => (
    <>
      <LineChoice
        state={state}
        positions={linesOf(state, 'chargeable')}
        value={act.line}
        onChange={(line) => set({ line })}
      />
      <Line
        field="ground"
        label={useWords().acts.forms.fields.ground}
        offered={remembered?.grounds ?? []}
        value={act.ground}
        onChange={(ground) => set({ ground })}
      />
    </>
  ),
};

export const amountForm: ActForm<'setFeeAmount'> = {
  start: ({ state }) => ({ line: linesOf(state, 'toBeSet')[0] ?? 0, amount: 0, decision: '' }),
  Body: ({ act, set, state, remembered }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <LineChoice
          state={state}
          positions={linesOf(state, 'toBeSet')}
          value={act.line}
          onChange={(line) => set({ line })}
        />
        <Row>
          <ActAmount act={act} set={set} first={false} />
          <Line
            field="decision"
            label={say.decision}
            offered={remembered?.decisions ?? []}
            value={act.decision}
            onChange={(decision) => set({ decision })}
          />
        </Row>
      </>
    );
  },
};

export const refundForm: ActForm<'refundFee'> = {
  start: ({ state }) => {
    const { over, held } = moneyStanding(state.money);
    return { amount: over > 0 ? over : held, to: state.particulars.submitter.name, reason: '' };
  },
  Body: ({ act, set, remembered }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <Row>
          <ActAmount act={act} set={set} first />
          <Line field="to" label={say.refundTo} value={act.to} onChange={(to) => set({ to })} />
        </Row>
        <Paragraph
          field="reason"
          label={say.reason}
          value={act.reason}
          offered={reasonsOf(remembered, 'refundFee')}
          onChange={(reason) => set({ reason })}
        />
      </>
    );
  },
};

const withoutReceipt = ({ money }: Taken) => money.payments.filter(({ receipt }) => receipt === null);

export const feeReceiptForm: ActForm<'recordFeeReceipt'> = {
  start: ({ state, today }) => ({
    payment: withoutReceipt(state)[0]?.event ?? '',
    receipt: blankReceipt(null, today),
  }),
  Body: ({ act, set, state, remembered }) => {
    const words = useWords();
    const say = words.acts.forms.fields;
    return (
      <>
        <Choice
          field="payment"
          label={say.payment}
          first
          value={act.payment}
          options={withoutReceipt(state).map(({ event, amount, at }) => ({
            value: event,
            label: say.paidOf({ amount: formatMoney(amount), at: formatDateTime(at, words.calendar) }),
          }))}
          onChange={(payment) => set({ payment })}
        />
        <ReceiptFields value={act.receipt} remembered={remembered} onChange={(receipt) => set({ receipt })} />
      </>
    );
  },
};
