import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';

const name = PDFName.of;

/** Keys a further signature, its time stamp or its proofs may change, by what holds them. */
const free = {
  catalog: ['AcroForm', 'DSS', 'Extensions', 'Perms'],
  form: ['Fields', 'SigFlags'],
  page: ['Annots'],
} as const;

const say = (object: PDFObject | undefined): string =>
  object instanceof PDFRawStream
    ? `${object.dict.toString()}\n${Buffer.from(object.getContents()).toString('latin1')}`
    : (object?.toString() ?? '');

const without = (dict: PDFDict, keys: readonly string[]): string => {
  const kept = dict.entries().filter(([key]) => !keys.some((one) => key === name(one)));
  return kept.map(([key, value]) => `${key.toString()} ${value.toString()}`).join('\n');
};

const itemsOf = (dict: PDFDict | undefined, key: string): PDFObject[] => {
  const list = dict?.lookupMaybe(name(key), PDFArray);
  return Array.from({ length: list?.size() ?? 0 }, (_, at) => list?.get(at)).filter(
    (one) => one !== undefined,
  );
};

/** The old items are all still there, in their order, and every new one is a signature. */
const addsSignaturesOnly = (
  doc: PDFDocument,
  before: readonly PDFObject[],
  after: readonly PDFObject[],
): boolean =>
  before.every((item, at) => item.toString() === after[at]?.toString()) &&
  after.slice(before.length).every((item) => {
    const field = doc.context.lookup(item);
    return field instanceof PDFDict && field.lookup(name('FT')) === name('Sig');
  });

/**
 * Whether what was written after a signature only added further signatures. Everything an earlier reader could see must be the same
 * object still: a changed page, a form filled in or a note laid over the text is told (shadow attacks).
 */
export const addsOnlySignatures = (before: PDFDocument, after: PDFDocument): boolean => {
  const form = before.catalog.get(name('AcroForm'));
  const formRef = form instanceof PDFDict ? undefined : form?.toString();
  const oldForm = before.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  const newForm = after.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  if (!addsSignaturesOnly(after, itemsOf(oldForm, 'Fields'), itemsOf(newForm, 'Fields'))) return false;
  if (oldForm && (!newForm || without(oldForm, free.form) !== without(newForm, free.form))) return false;

  const [oldPages, newPages] = [before.getPages(), after.getPages()];
  if (oldPages.length !== newPages.length) return false;
  const listRefs = new Set<string>();
  for (const [at, page] of oldPages.entries()) {
    const other = newPages[at];
    if (!other || page.ref !== other.ref) return false;
    if (without(page.node, free.page) !== without(other.node, free.page)) return false;
    if (!addsSignaturesOnly(after, itemsOf(page.node, 'Annots'), itemsOf(other.node, 'Annots'))) return false;
    listRefs.add(page.node.get(name('Annots'))?.toString() ?? '');
  }
  listRefs.add(oldForm?.get(name('Fields'))?.toString() ?? '');
  const pageRefs = new Set(oldPages.map(({ ref }) => ref.toString()));

  return before.context.enumerateIndirectObjects().every(([ref, object]) => {
    const key = ref.toString();
    const now = after.context.lookup(ref);
    if (key === formRef || pageRefs.has(key) || listRefs.has(key)) return true;
    if (object === before.catalog)
      return now instanceof PDFDict && without(before.catalog, free.catalog) === without(now, free.catalog);
    // Cross-reference and object streams are the file's own book-keeping; their contents are compared as objects.
    if (
      object instanceof PDFStream &&
      [name('XRef'), name('ObjStm')].some((type) => object.dict.get(name('Type')) === type)
    )
      return true;
    return say(object) === say(now);
  });
};
