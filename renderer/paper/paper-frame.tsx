import { useEffect, useRef } from 'react';
import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useWords } from '../words.ts';
import type { PaperPage } from '../../shared/contract.ts';
import { fitScale, jobExtent } from './sheet-size.ts';
import classes from './paper.module.css';

interface Props {
  page: PaperPage;
  title: string;
}

/**
 * The page itself, as main serves it, in a frame that runs nothing. The frame is as large as all its sheets and the region
 * around it scrolls and takes the keyboard (WCAG 2.1.1), so that the keyboard never has to enter the frame, where Esc would be lost.
 */
export const PaperFrame = ({ page, title }: Props) => {
  const words = useWords();
  const { ref: room, width } = useElementSize();
  const region = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const extent = jobExtent(page);
  const scale = fitScale(width, extent.width);

  useEffect(() => {
    // A click puts the keyboard into the frame; it is taken back as soon as the window notices.
    const takeBack = () => {
      window.setTimeout(() => {
        if (document.activeElement === frame.current) region.current?.focus();
      });
    };
    window.addEventListener('blur', takeBack);
    return () => window.removeEventListener('blur', takeBack);
  }, []);

  return (
    <Box
      className={classes['region'] ?? ''}
      ref={region}
      tabIndex={0}
      role="region"
      aria-label={words.dossiers.paper.sheetArea}
    >
      <div ref={room}>
        <div style={{ height: extent.height * scale, overflow: 'hidden' }}>
          <iframe
            ref={frame}
            className={classes['frame']}
            title={words.dossiers.paper.frame({ title })}
            src={page.url}
            sandbox=""
            tabIndex={-1}
            style={{
              width: extent.width,
              height: extent.height,
              transform: `scale(${scale})`,
              marginLeft: Math.max(0, (width - extent.width * scale) / 2),
            }}
          />
        </div>
      </div>
    </Box>
  );
};
