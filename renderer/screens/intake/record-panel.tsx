import { useState, type ReactNode } from 'react';
import { Anchor, Box, Button, Kbd } from '@mantine/core';
import { deadlineWarning, deadlineReason } from '../../../shared/calendar/explain-deadline.ts';
import { formatDate, formatDay, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import type { IntakePreview } from '../../../shared/contract.ts';
import type { Fault, Problem } from '../../../shared/faults.ts';
import { go, openPanel } from '../../desk-store.ts';
import { faultText, problemText, useWords } from '../../words.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import classes from './intake.module.css';
import record from './record.module.css';

interface RecordPanelProps {
  preview: IntakePreview | null;
  warnings: readonly Problem[];
  fault: Fault | null;
  hasProcedure: boolean;
  /** Fields that still need her, as the page knows them. */
  open: number;
  prints: boolean;
  isBusy: boolean;
  onAccept: () => void;
  onPreview: () => void;
  onGuide: () => void;
  onRefuse: () => void;
  onFirstProblem: () => void;
}

/** One line of the panel: its name, what will be written, and what to know about it. */
const Line = ({
  name,
  tone,
  children,
}: {
  name: string;
  tone?: 'due' | 'late' | undefined;
  children: ReactNode;
}) => (
  <div className={record['line']} data-tone={tone}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ preview, hasProcedure }: { preview: IntakePreview; hasProcedure: boolean }) => {
  const words = useWords();
  const say = words.intake.record;
  const { deadline, code, codeFault, day, feeTotal, fees, missing, held } = preview;
  const openFees = fees.some((fee) => fee.state === 'toBeSet');
  return (
    <dl className={record['lines']}>
      <Line name={say.code} tone={codeFault ? 'late' : undefined}>
        {code === null ? (
          <>
            {say.noCode}
            {codeFault && <small>{faultText(words, codeFault)}</small>}
            {codeFault?.code === 'dayUnconfirmed' && (
              <Anchor component="button" type="button" size="sm" onClick={() => openPanel('day')}>
                {say.confirmDay}
              </Anchor>
            )}
            {codeFault?.code === 'restoreUnconfirmed' && (
              <Anchor component="button" type="button" size="sm" onClick={() => openPanel('restore')}>
                {say.confirmRestore}
              </Anchor>
            )}
          </>
        ) : (
          <>
            <span className={record['code']}>{code}</span>{' '}
            <small className={record['inline']}>{`(${say.expected})`}</small>
          </>
        )}
        {day.state !== 'ok' && <small>{say.day({ day: formatDay(day.day) })}</small>}
      </Line>
      <Line name={say.due}>
        {deadline === null ? (
          <span className={classes['quiet']}>{say.noDue}</span>
        ) : (
          <>
            <span className={record['dueAt']}>
              {say.dueAt({
                time: formatTime(deadline.dueAt),
                date: formatDate(deadline.dueAt, words.calendar),
              })}
            </span>
            <small>{deadlineReason(deadline, words.calendar)}</small>
            {deadlineWarning(deadline, words.calendar) !== undefined && (
              <small className={record['warned']}>{deadlineWarning(deadline, words.calendar)}</small>
            )}
          </>
        )}
      </Line>
      {hasProcedure && (
        <Line name={say.fees} tone={openFees ? 'due' : undefined}>
          {fees.length === 0 || (feeTotal === 0 && !openFees) ? (
            <span className={classes['quiet']}>{say.noFees}</span>
          ) : (
            feeTotal > 0 && formatMoney(feeTotal)
          )}
          {openFees && <small className={record['warned']}>{say.openFees}</small>}
        </Line>
      )}
      {hasProcedure && (
        <Line name={say.missing} tone={missing.length > 0 ? 'due' : undefined}>
          {missing.length === 0 ? (
            <span className={classes['quiet']}>{say.nothingMissing}</span>
          ) : (
            <ul className={record['names']}>
              {missing.map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Line>
      )}
      {hasProcedure && (
        <Line name={say.held}>
          {held.length === 0 ? (
            <span className={classes['quiet']}>{say.nothingHeld}</span>
          ) : (
            <ul className={record['names']}>
              {held.map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Line>
      )}
    </dl>
  );
};

const Duplicates = ({ rows }: { rows: IntakePreview['duplicates'] }) => {
  const { intake } = useWords();
  const say = intake.record;
  if (rows.length === 0) return null;
  return (
    <div className={record['caution']} role="status">
      <strong>{say.duplicates({ count: rows.length })}</strong>
      {rows.slice(0, 3).map((row) => (
        <Anchor
          component="button"
          type="button"
          size="sm"
          key={row.id}
          aria-label={say.openDuplicate({ code: row.code })}
          onClick={() => go('dossier', { id: row.id })}
        >
          {say.duplicateLine({ code: row.code, when: formatDay(row.receivedAt) })}
        </Anchor>
      ))}
    </div>
  );
};

const Warnings = ({ warnings }: { warnings: readonly Problem[] }) => {
  const words = useWords();
  if (warnings.length === 0) return null;
  return (
    <div className={record['caution']}>
      <strong>{words.intake.record.warnings}</strong>
      <ul className={record['names']}>
        {warnings.slice(0, 5).map((warning) => (
          <li key={`${warning.field}-${warning.code}`}>{problemText(words, warning)}</li>
        ))}
      </ul>
    </div>
  );
};

/** "Sẽ ghi": what will be written if she accepted now, with the button that does it always in view. */
export const RecordPanel = ({
  preview,
  warnings,
  fault,
  hasProcedure,
  open,
  prints,
  isBusy,
  onAccept,
  onPreview,
  onGuide,
  onRefuse,
  onFirstProblem,
}: RecordPanelProps) => {
  const words = useWords();
  const say = words.intake.record;
  const keys = words.intake.keyNames;
  /** Only where the window is too small for page and panel side by side. */
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <aside className={record['panel']} aria-label={say.title} data-unfolded={isUnfolded}>
      {/* It may be longer than the window, so the keyboard can scroll it (WCAG 2.1.1). */}
      <Box className={record['panelScroll'] ?? ''} tabIndex={0} role="group" aria-label={say.title}>
        <h2 className={classes['title']}>{say.title}</h2>
        {preview && <Facts preview={preview} hasProcedure={hasProcedure} />}
        {fault && (
          <p className={record['caution']} role="alert">
            {`${say.stale}. ${faultText(words, fault)}`}
          </p>
        )}
        {preview && <Duplicates rows={preview.duplicates} />}
        <Warnings warnings={warnings} />
      </Box>
      <div className={record['panelFoot']}>
        <Button
          className={record['unfoldPanel'] ?? ''}
          variant="default"
          size="compact-md"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {say.title}
        </Button>
        {open > 0 && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            underline="always"
            onClick={onFirstProblem}
            className={record['openCount'] ?? ''}
          >
            {say.problems({ count: open })}
          </Anchor>
        )}
        <Button
          data-field="accept"
          className={record['acceptButton'] ?? ''}
          size="md"
          onClick={onAccept}
          // A key held down must not run through the page and accept at its end.
          onKeyDown={(event) => {
            if (event.repeat) event.preventDefault();
          }}
          aria-disabled={isBusy}
          {...(isBusy ? { 'data-disabled': true } : {})}
          rightSection={<Kbd className={classes['kbd'] ?? ''}>{keys.accept}</Kbd>}
        >
          {isBusy ? say.accepting : prints ? say.accept : say.acceptOnly}
        </Button>
        <Button
          variant="default"
          className={record['previewButton'] ?? ''}
          size="sm"
          onClick={onPreview}
          rightSection={<Kbd className={classes['kbd'] ?? ''}>{keys.preview}</Kbd>}
        >
          {say.preview}
        </Button>
        <div className={record['others']}>
          <Button variant="default" size="compact-md" fz="sm" onClick={onGuide}>
            {say.guide}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            fz="sm"
            className={classes['danger'] ?? ''}
            onClick={onRefuse}
          >
            {say.refuse}
          </Button>
        </div>
      </div>
    </aside>
  );
};
