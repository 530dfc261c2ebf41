import { Button, Group } from '@mantine/core';
import type { CatalogueInfo } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { countText } from '../../frame/age.ts';
import { toast } from '../../frame/toast.ts';
import { useAnswer } from '../../use-answer.ts';
import { useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

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
  const { busy, told, run } = useDoing();
  const importPack = async () => {
    const pack = await run(ask('catalogue.importPack', {}));
    if (pack === undefined) return;
    toast('good', say.imported({ id: pack.id, version: String(pack.version) }), 'pack');
    again();
  };
  const count = (number: number) => countText(number, language);
  return (
    <SectionSheet title={words.settings.sections.catalogue} text={say.text} told={told}>
      {info !== null && (
        <>
          <div>
            <h3>{say.in}</h3>
            <ul className={classes['rows']}>
              {info.packs.map(({ kind, id, version }) => (
                <li key={`${kind}-${id}-${version}`}>
                  <span>{say.kinds[kind]}</span>
                  <span className="hint">{`${id} · ${say.version({ version: String(version) })}`}</span>
                </li>
              ))}
              <li>
                <span>{info.catalogueTitle}</span>
                <span className="hint">{say.procedures({ count: count(info.procedures) })}</span>
              </li>
            </ul>
          </div>
          <div>
            <h3>{say.fields}</h3>
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
    </SectionSheet>
  );
};
