import { fold } from '../text/fold.ts';
import type { PaperLine } from './pile.ts';

/** A kind of paper as the counter meets it daily: short code, name, pages it usually has. Data: assets/certification/kinds.json. */
export interface PaperKindHint {
  code: string;
  name: string;
  pages: number;
}

/** The counts at the end of a typed line: "3x2" pages × copies, "3" pages, "x2" copies. */
const countsForm =
  /(?:^|\s)(?:(?<pages>\d{1,5})(?:\s*[x×*]\s*(?<copies>\d{1,5}))?|[x×*]\s*(?<only>\d{1,5}))\s*$/iu;

const startsWord = (name: string, typed: string): boolean =>
  name.startsWith(typed) || name.includes(` ${typed}`);

/** Kinds a typed text may mean: its code first, then names that begin with it, then names with words that do. */
export const findKinds = (typed: string, kinds: readonly PaperKindHint[]): PaperKindHint[] => {
  const wanted = fold(typed).trim();
  if (wanted === '') return [];
  const ranked = kinds.flatMap((kind) => {
    const name = fold(kind.name);
    const code = fold(kind.code);
    if (code === wanted) return [{ kind, rank: 0 }];
    if (name === wanted) return [{ kind, rank: 1 }];
    if (code.startsWith(wanted)) return [{ kind, rank: 2 }];
    if (name.startsWith(wanted)) return [{ kind, rank: 3 }];
    return startsWord(name, wanted) ? [{ kind, rank: 4 }] : [];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ kind }) => kind);
};

export interface ReadLine {
  /** As typed, without the counts. */
  typed: string;
  line: PaperLine;
  /** Kinds it may mean, the one taken first; none: the kind is taken as typed. */
  hints: PaperKindHint[];
}

/**
 * A line typed with the keyboard alone: "ks 1x3", "bằng lái xe x2", "hợp đồng 12". Pages not said are what the kind usually has;
 * copies not said are those of the paper before, since most people want the same number of each.
 */
export const readPaperLine = (
  text: string,
  kinds: readonly PaperKindHint[],
  before: PaperLine | undefined,
): ReadLine | undefined => {
  const match = countsForm.exec(text);
  const typed = (match ? text.slice(0, match.index) : text).trim();
  if (typed === '') return undefined;
  const hints = findKinds(typed, kinds);
  // A text of several words that only begins like a known kind is a kind of its own: never put another in its place.
  const [first] = hints;
  const taken = first && (fold(first.code) === fold(typed) || !/\s/.test(typed)) ? first : undefined;
  const exact = hints.find(({ name }) => fold(name) === fold(typed));
  const hint = exact ?? taken;
  const { pages, copies, only } = match?.groups ?? {};
  return {
    typed,
    hints,
    line: {
      kind: hint?.name ?? typed,
      pages: pages === undefined ? (hint?.pages ?? 1) : Number(pages),
      copies: Number(copies ?? only ?? before?.copies ?? 1),
    },
  };
};
