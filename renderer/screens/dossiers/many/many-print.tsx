import { Button, Kbd, Menu } from '@mantine/core';
import { listForms } from '../../../../shared/lists/content.ts';
import type { ListForm } from '../../../../shared/lists/content.ts';
import { useWords } from '../../../words.ts';

/** The letter that opens the lists, beside those of the acts. */
export const printKey = 'I';

interface Props {
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onChoose: (form: ListForm) => void;
  /** The control slip of each. */
  onSlips: () => void;
}

/** The papers that may stand over all that is marked; what does not fit says so when it is drawn. */
export const ManyPrint = ({ opened, onOpened, onChoose, onSlips }: Props) => {
  const words = useWords();
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<Kbd size="xs">{printKey}</Kbd>}>
          {words.lists.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {listForms.map((form) => (
          <Menu.Item key={form} onClick={() => onChoose(form)}>
            {words.lists.names[form]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onSlips}>{words.lists.slips}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
