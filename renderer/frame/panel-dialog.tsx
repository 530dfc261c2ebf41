import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';

interface PanelDialogProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: number;
  children: ReactNode;
}

/** A dialog as the whole counter shows them: no animation, room for its text at any zoom. */
export const PanelDialog = ({ title, opened, onClose, size = 560, children }: PanelDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={title} size={size} padding="lg">
    {children}
  </Modal>
);
