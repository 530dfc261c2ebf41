import { useEffect, useEffectEvent, useState } from 'react';
import type { PaperLayout } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';
import { layoutOf, previewPaper } from './paper-source.ts';
import type { ShownLayout } from './sheet-size.ts';
import type { PaperPage, PaperSource } from './paper-source.ts';

interface Drawn {
  key: string;
  layout: ShownLayout;
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
    layout === null
      ? null
      : { key, layout: layoutOf(source, layout), result: await previewPaper(source, layout) },
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
