/**
 * A poured template is HTML cut by comments of ours; values cannot write one, since `<` in a value is escaped. The marks:
 * `<!--first-->` head of the first page · `<!--next-->` head of the others · `<!--foot-->` foot of every page ·
 * `<!--body-->` the flow, in blocks: `<!--block-->`, or `<!--block keep-->` when it must stand with the block after it ·
 * `<!--table NAME-->` columns and head, repeated on each page, then `<!--row-->` …, then `<!--end-->`.
 * `<!--annex-->`: what comes after may go on other pages; the blocks before it should be on as few as can be.
 * Within any of them `<!--page-->` and `<!--pages-->` become numbers.
 */
export interface Block {
  kind: 'block';
  html: string;
  /** Stands on the same page as what follows. */
  keep: boolean;
}

export interface Row {
  kind: 'row';
  html: string;
  /** Place of its table in `tables`. */
  table: number;
}

export type Piece = Block | Row;

export interface Table {
  name: string;
  /** `<colgroup>` and `<thead>`. */
  opening: string;
}

export interface Paper {
  first: string;
  next: string;
  foot: string;
  tables: Table[];
  pieces: Piece[];
  /** Place of the first piece of the annex; the number of pieces when there is none. */
  annexFrom: number;
}

const mark = /<!--(first|next|foot|body|annex|block(?: keep)?|table [a-z-]+|row|end)-->/;

/** Cuts marked HTML. Throws when the template's marks make no sense: that is a fault of the template, not of the values. */
export const readPieces = (html: string): Paper => {
  const paper: Paper = { first: '', next: '', foot: '', tables: [], pieces: [], annexFrom: 0 };
  let annex = -1;
  const parts = html.split(mark);
  let table = -1;
  for (let place = 1; place < parts.length; place += 2) {
    const name = parts[place] ?? '';
    const text = (parts[place + 1] ?? '').trim();
    if (name === 'first' || name === 'next' || name === 'foot') paper[name] = text;
    else if (name === 'block' || name === 'block keep')
      paper.pieces.push({ kind: 'block', html: text, keep: name !== 'block' });
    else if (name === 'row') {
      if (table < 0) throw new Error('A <!--row--> stands outside a table');
      paper.pieces.push({ kind: 'row', html: text, table });
    } else if (name.startsWith('table '))
      table = paper.tables.push({ name: name.slice(6), opening: text }) - 1;
    else {
      if (name === 'end') table = -1;
      if (name === 'annex') annex = paper.pieces.length;
      // Between a table's end, or the body mark, and the next block nothing may stand: it would be lost.
      if (text !== '') throw new Error(`Text outside a block after <!--${name}-->`);
    }
  }
  if (paper.pieces.length === 0) throw new Error('The template has no block');
  paper.annexFrom = annex < 0 ? paper.pieces.length : annex;
  return paper;
};
