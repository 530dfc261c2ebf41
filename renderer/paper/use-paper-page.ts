import { useEffect, useEffectEvent, useState } from 'react';
import type { PaperLayout, PaperPage } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';
import { previewPaper } from './paper-source.ts';
import type { PaperSource } from './paper-source.ts';

interface Drawn {
  key: string;
  result: Result<PaperPage>;
}

/**
 * The page for a source and a layout, asked for anew when either changes in content; the last page stays while the next is
 * drawn, so that switching A4 to A5 never flashes. `drawn` is null until the first answer.
 */
export const usePaperPage = (
  source: PaperSource,
  layout: PaperLayout | null,
): { drawn: Drawn | null; fresh: boolean } => {
  const key = layout === null ? '' : JSON.stringify([source, layout]);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const draw = useEffectEvent(async (): Promise<Drawn | null> =>
    layout === null ? null : { key, result: await previewPaper(source, layout) },
  );
  useEffect(() => {
    let wanted = true;
    void draw().then((page) => {
      if (wanted && page !== null) setDrawn(page);
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return { drawn, fresh: drawn?.key === key };
};
