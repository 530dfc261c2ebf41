import { describe, expect, it } from 'vitest';
import { arrangeSheets, copyPages, jobHtml, onePage, sheetSize, shellHtml } from './page.ts';
import { readPieces } from './pieces.ts';

const paper = readPieces(
  '<!--first-->HEAD<!--next-->AGAIN<!--foot--><!--page-->/<!--pages--><!--body--><!--block-->a<!--table t-->COLS<!--row-->r1<!--row-->r2<!--row-->r3<!--end--><!--block-->z',
);
const two = [
  { from: 0, to: 3 },
  { from: 3, to: 5 },
];

describe('the pages of a copy', () => {
  it('carry the head, the head again, and their numbers', () => {
    const [first, second] = copyPages(paper, two);
    expect(first).toContain('<header>HEAD</header>');
    expect(first).toContain('<footer>1/2</footer>');
    expect(second).toContain('<header>AGAIN</header>');
    expect(second).toContain('<footer>2/2</footer>');
  });

  it('close a table at a page end and open it again with its head', () => {
    const [first, second] = copyPages(paper, two);
    expect(first).toContain(
      '<table class="t">COLS<tbody><tr>r1</tr></tbody><tbody><tr>r2</tr></tbody></table></div>',
    );
    expect(second).toContain(
      '<table class="t">COLS<tbody><tr>r3</tr></tbody></table><div class="block">z</div>',
    );
  });
});

describe('two A5 pages on one A4', () => {
  const layout = { paper: 'A4', twoOnOne: true, copies: ['file', 'citizen'] } as const;
  const halves = (html: string) =>
    [...html.matchAll(/<div class="half">(.*?)<\/div>/g)].map(([, half]) => half);

  it('put page by page of both copies beside each other', () => {
    const sheets = arrangeSheets(
      [
        ['L1', 'L2'],
        ['G1', 'G2'],
      ],
      { ...layout, copies: [...layout.copies] },
    );
    expect(sheets.map(halves)).toEqual([
      ['L1', 'G1'],
      ['L2', 'G2'],
    ]);
  });

  it('put the pages of a single copy in pairs', () => {
    const sheets = arrangeSheets([['G1', 'G2', 'G3']], { ...layout, copies: ['citizen'] });
    expect(sheets.map(halves)).toEqual([
      ['G1', 'G2'],
      ['G3', ''],
    ]);
  });

  it('are not asked of A5 paper', () => {
    const sheets = arrangeSheets([['L1'], ['G1']], {
      paper: 'A5',
      twoOnOne: true,
      copies: ['file', 'citizen'],
    });
    expect(sheets).toEqual(['<section class="sheet">L1</section>', '<section class="sheet">G1</section>']);
  });
});

describe('the document of a job', () => {
  it('lets nothing run or load but our fonts, and shows its title as text', () => {
    const job = jobHtml(copyPages(paper, onePage(paper)), {
      layout: { paper: 'A5', twoOnOne: false, copies: ['citizen'] },
      density: 'usual',
      css: '',
      title: '</title><script>x</script>',
    });
    const page = shellHtml(job, 'preview');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; font-src app://print"`);
    expect(page).not.toContain('<script');
    expect(page).toContain('@page{size:148mm 210mm;margin:0}');
  });
});

describe('a sheet on its long side', () => {
  const a4 = { paper: 'A4', twoOnOne: false, copies: ['file'] as ['file'] } as const;
  const layout = { ...a4, copies: [...a4.copies], landscape: true };

  it('is as wide as the paper is high, and says so to the style sheets', () => {
    expect(sheetSize(layout)).toEqual({ width: 297, height: 210 });
    const html = jobHtml(['<section class="sheet"></section>'], {
      layout,
      density: 'usual',
      css: '',
      title: 'Sổ',
    });
    expect(html).toContain('@page{size:297mm 210mm');
    expect(html).toContain('<main class="a4 usual landscape">');
  });

  it('stays as it is when two A5 pages already turn it', () => {
    const two = { ...layout, twoOnOne: true };
    expect(sheetSize(two)).toEqual({ width: 297, height: 210 });
    expect(jobHtml([], { layout: two, density: 'usual', css: '', title: '' })).toContain('"a5 usual two"');
  });
});
