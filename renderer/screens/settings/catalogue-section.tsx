import { Button, Group } from '@mantine/core';
import type { CatalogueInfo } from '../../../shared/contract.ts';
import { formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { countText } from '../../frame/age.ts';
import { toast } from '../../frame/toast.ts';
import { useAnswer } from '../../use-answer.ts';
import { problemText, useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

/** Enough for whoever made the pack to begin with. */
const fewest = 5;

const getInfo = () => ask('catalogue.info', {});

const Years = ({ info }: { info: CatalogueInfo }) => {
  const say = useWords().settings.catalogue;
  return (
    <div>
      <h3>{say.years}</h3>
      <ul className={classes['rows']}>
        {info.calendarYears.map(({ year, unofficial }) => (
          <li key={year}>
            {year}
            {unofficial && <span className={classes['doubt']}>{`▲ ${say.unofficial}`}</span>}
          </li>
        ))}
      </ul>
      {info.calendarYears.some(({ unofficial }) => unofficial) && (
        <p className="hint">{say.unofficialText}</p>
      )}
    </div>
  );
};

export const CatalogueSection = ({ mayChange }: { mayChange: boolean }) => {
  const words = useWords();
  const say = words.settings.catalogue;
  const language = useDesk((desk) => desk.language);
  const { value: info, again } = useAnswer(getInfo);
  const { busy, told, problems, run } = useDoing();
  const importPack = async () => {
    const pack = await run(ask('catalogue.importPack', {}));
    if (pack === undefined) return;
    toast('good', say.imported({ id: pack.id, version: String(pack.version) }), 'pack');
    again();
  };
  const count = (number: number) => countText(number, language);
  return (
    <SectionSheet title={words.settings.sections.catalogue} text={say.text} told={told}>
      <Group>
        {mayChange && (
          <Button loading={busy} onClick={() => void importPack()}>
            {say.import}
          </Button>
        )}
        <Button variant="default" onClick={() => go('catalogue', {})}>
          {say.browse}
        </Button>
      </Group>
      {!mayChange && <p className="hint">{words.settings.adminOnly}</p>}
      {problems.length > 0 && (
        <ul className={classes['rows']} aria-label={say.wrong}>
          {problems.slice(0, fewest).map((problem) => (
            <li key={`${problem.field} ${problem.code}`}>
              <span>{problemText(words, problem)}</span>
              <span className="hint">{problem.field}</span>
            </li>
          ))}
          {problems.length > fewest && <li>{say.more({ count: count(problems.length - fewest) })}</li>}
        </ul>
      )}
      {info !== null && (
        <>
          <div>
            <h3>{say.in}</h3>
            <ul className={classes['rows']}>
              {info.packs.map(({ kind, id, version, title, issued }) => (
                <li key={`${kind}-${id}-${version}`}>
                  <span>{title}</span>
                  <span className="hint">
                    {`${say.kinds[kind]} · ${id} · ${say.version({ version: String(version), issued: formatDay(issued) })}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{`${say.fields}: ${say.procedures({ count: count(info.procedures) })}`}</h3>
            <ul className={classes['rows']}>
              {info.fields.map(({ field, procedures }) => (
                <li key={field}>
                  <span>{field}</span>
                  <span className="hint">{count(procedures)}</span>
                </li>
              ))}
            </ul>
          </div>
          <Years info={info} />
        </>
      )}
    </SectionSheet>
  );
};
