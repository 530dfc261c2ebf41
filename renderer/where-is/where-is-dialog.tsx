import { openPanel, useDesk } from '../desk-store.ts';
import { PanelDialog } from '../frame/panel-dialog.tsx';
import { useWords } from '../words.ts';
import { WhereIs } from './where-is.tsx';

/** F7, over whatever is being done: nothing typed on the screen below is touched. */
export const WhereIsDialog = () => {
  const words = useWords();
  const opened = useDesk((desk) => desk.panel === 'whereIs');
  return (
    <PanelDialog title={words.day.whereIs.title} opened={opened} onClose={() => openPanel(null)} size={1040}>
      <WhereIs />
    </PanelDialog>
  );
};
