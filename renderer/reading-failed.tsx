import { Alert, Button, Stack } from '@mantine/core';
import type { Fault } from '../shared/faults.ts';
import { faultText, useWords } from './words.ts';

interface ReadingFailedProps {
  title: string;
  fault: Fault;
  /** What she can do about it. */
  way: string;
  onWay: () => void;
}

/** In place of what could not be read: why, and the one way on. */
export const ReadingFailed = ({ title, fault, way, onWay }: ReadingFailedProps) => {
  const words = useWords();
  return (
    <Alert color="red" title={title}>
      <Stack align="flex-start" gap="sm">
        {faultText(words, fault)}
        <Button variant="default" onClick={onWay}>
          {way}
        </Button>
      </Stack>
    </Alert>
  );
};
