import { useEffect, useRef } from 'react';
import type { OpenPdf } from './open-pdf.ts';
import type { Sheet } from './sheets.ts';
import classes from './digitise.module.css';

interface SheetCanvasProps {
  pdf: OpenPdf | undefined;
  sheet: Sheet;
  /** CSS pixels. */
  width: number;
}

/** A sheet as it will stand in the file. Its name is said by whoever shows it. */
export const SheetCanvas = ({ pdf, sheet, width }: SheetCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { page, turn } = sheet;
  useEffect(() => {
    // Drawn into a canvas of its own: two drawings of one canvas must not meet.
    const drawn = document.createElement('canvas');
    let wanted = true;
    const show = () => {
      const shown = canvas.current;
      if (!wanted || !shown || drawn.width === 0) return;
      shown.width = drawn.width;
      shown.height = drawn.height;
      shown.getContext('2d')?.drawImage(drawn, 0, 0);
    };
    // A file that is closed while it is drawn has nothing to show any more.
    pdf?.draw(drawn, page, turn, width).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [pdf, page, turn, width]);
  return <canvas ref={canvas} className={classes['canvas']} style={{ width }} aria-hidden="true" />;
};
