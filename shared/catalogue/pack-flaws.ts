import type { Problem } from '../text/problem.ts';
import type { CataloguePack } from './pack.ts';
import type { Procedure, Term } from './procedure.ts';

/** What a well-shaped pack can still get wrong, each with its place ("procedures.12.cases.1.fees.0"). */

export type PackFlawCode =
  | 'wrongKind'
  | 'unknownKey'
  | 'badValue'
  | 'versionsDiffer'
  | 'duplicateCode'
  | 'duplicateId'
  | 'badTerm'
  | 'badDates'
  | 'unknownComponent'
  | 'unknownFee'
  | 'zeroWithoutLaw'
  | 'ratesMissing'
  | 'unknownFieldSchema'
  | 'unknownAnswer'
  | 'aliasInUse'
  | 'aliasUnknown';

export type PackFlaw = Problem<PackFlawCode>;

const flaw = (field: string, code: PackFlawCode, params: PackFlaw['params'] = {}): PackFlaw => ({
  field,
  code,
  params,
});

/** Longest terms the law knows are two years or so; a cut-off belongs to SAME_DAY and SAME_DAY is one day. */
const longest: Record<Term['unit'], number> = {
  SAME_DAY: 1,
  HOUR: 240,
  WORKING_DAY: 400,
  DAY: 400,
  MONTH: 24,
};

const termFlaws = (at: string, term: Term): PackFlaw[] => {
  if (term.value > longest[term.unit])
    return [flaw(`${at}.value`, 'badTerm', { value: term.value, unit: term.unit })];
  if (term.unit !== 'SAME_DAY' && 'cutoff' in term)
    return [flaw(`${at}.cutoff`, 'badTerm', { unit: term.unit })];
  return [];
};

const repeated = (at: string, ids: readonly (string | number)[]): PackFlaw[] =>
  ids.flatMap((id, place) =>
    ids.indexOf(id) === place ? [] : [flaw(`${at}.${String(place)}`, 'duplicateId', { id })],
  );

const feeFlaws = (at: string, procedure: Procedure, pack: CataloguePack): PackFlaw[] => {
  const schema = procedure.fields === undefined ? undefined : pack.fieldSchemas[procedure.fields];
  return procedure.fees.flatMap((fee, place) => {
    const here = `${at}.fees.${String(place)}`;
    const found: PackFlaw[] = [];
    if (fee.amount === 0 && fee.note.trim() === '') found.push(flaw(`${here}.amount`, 'zeroWithoutLaw'));
    if ('rule' in fee !== 'rates' in fee) found.push(flaw(`${here}.rates`, 'ratesMissing'));
    if ('quantityFrom' in fee && !(schema && Object.hasOwn(schema.properties, fee.quantityFrom)))
      found.push(flaw(`${here}.quantityFrom`, 'unknownAnswer', { name: fee.quantityFrom }));
    return found;
  });
};

const referenceFlaws = (at: string, procedure: Procedure): PackFlaw[] => {
  const indices = new Set(procedure.components.map(({ index }) => index));
  const fees = new Set(procedure.fees.map(({ id }) => id));
  const unknownFees = (here: string, ids: readonly string[]) =>
    ids.flatMap((id, place) =>
      fees.has(id) ? [] : [flaw(`${here}.${String(place)}`, 'unknownFee', { id })],
    );
  return [
    ...procedure.cases.flatMap((one, place) => {
      const here = `${at}.cases.${String(place)}`;
      return [
        ...(one.components ?? []).flatMap((index, item) =>
          indices.has(index)
            ? []
            : [flaw(`${here}.components.${String(item)}`, 'unknownComponent', { index })],
        ),
        ...unknownFees(`${here}.fees`, one.fees ?? []),
        ...(one.term ? termFlaws(`${here}.term`, one.term) : []),
      ];
    }),
    ...procedure.exemptions.flatMap((one, place) =>
      unknownFees(`${at}.exemptions.${String(place)}.fees`, one.fees),
    ),
  ];
};

const procedureFlaws = (at: string, procedure: Procedure, pack: CataloguePack): PackFlaw[] => [
  ...termFlaws(`${at}.term`, procedure.term),
  ...repeated(
    `${at}.cases`,
    procedure.cases.map(({ id }) => id),
  ),
  ...repeated(
    `${at}.fees`,
    procedure.fees.map(({ id }) => id),
  ),
  ...repeated(
    `${at}.exemptions`,
    procedure.exemptions.map(({ id }) => id),
  ),
  ...repeated(
    `${at}.components`,
    procedure.components.map(({ index }) => index),
  ),
  ...referenceFlaws(at, procedure),
  ...feeFlaws(at, procedure, pack),
  ...(procedure.effectiveTo !== null && procedure.effectiveTo < procedure.effectiveFrom
    ? [flaw(`${at}.effectiveTo`, 'badDates')]
    : []),
  ...(procedure.fields !== undefined && !Object.hasOwn(pack.fieldSchemas, procedure.fields)
    ? [flaw(`${at}.fields`, 'unknownFieldSchema', { id: procedure.fields })]
    : []),
];

const lastDay = '9999-12-31';

/** One code may appear again only for another time: two in force on the same day are a contradiction. */
const overlapFlaws = (procedures: readonly Procedure[]): PackFlaw[] => {
  const spans = new Map<string, Procedure[]>();
  return procedures.flatMap((procedure, place) => {
    const earlier = spans.get(procedure.code) ?? [];
    spans.set(procedure.code, [...earlier, procedure]);
    const clash = earlier.some(
      (other) =>
        other.effectiveFrom <= (procedure.effectiveTo ?? lastDay) &&
        procedure.effectiveFrom <= (other.effectiveTo ?? lastDay),
    );
    return clash ? [flaw(`procedures.${String(place)}.code`, 'duplicateCode', { code: procedure.code })] : [];
  });
};

const aliasFlaws = (pack: CataloguePack): PackFlaw[] => {
  const codes = new Set(pack.procedures.map(({ code }) => code));
  const own = pack.procedures.flatMap((procedure, place) =>
    procedure.aliases.map((old, item): [string, string, string] => [
      `procedures.${String(place)}.aliases.${String(item)}`,
      old,
      procedure.code,
    ]),
  );
  const table = Object.entries(pack.aliases).map(([old, code]): [string, string, string] => [
    `aliases.${old}`,
    old,
    code,
  ]);
  return [...own, ...table].flatMap(([at, old, code]) => [
    ...(codes.has(old) ? [flaw(at, 'aliasInUse', { code: old })] : []),
    ...(codes.has(code) ? [] : [flaw(at, 'aliasUnknown', { code })]),
  ]);
};

/** [] for a pack that may be used. */
export const findPackFlaws = (pack: CataloguePack): PackFlaw[] => [
  ...overlapFlaws(pack.procedures),
  ...pack.procedures.flatMap((procedure, place) =>
    procedureFlaws(`procedures.${String(place)}`, procedure, pack),
  ),
  ...aliasFlaws(pack),
];
