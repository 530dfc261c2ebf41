import * as z from 'zod';
import { NotSent, Unread, Unsure } from './adapter.ts';
import type { Written } from './adapter.ts';
import { progressRow, recordedDossier } from './documents.ts';

/** As other systems wait for it. */
const patienceMs = 60_000;

/** Errors of a connection that was never made: nothing has left this machine. */
const neverMade = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
};

const answerShape = z.looseObject({
  error_code: z.union([z.string(), z.number()]),
  message: z.string().default(''),
});
export type Answer = z.infer<typeof answerShape>;

/** Posts JSON; the answer's own envelope. Throws NotSent or Unsure. */
export const callExchange = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Answer> => {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Charset: 'utf-8', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch (error) {
    throw neverMade.has(causeOf(error))
      ? new NotSent('not reached', { cause: error })
      : new Unsure('no answer', { cause: error });
  }
  if (answer.status === 401 || answer.status === 403) throw new NotSent(`HTTP ${answer.status}`);
  if (!answer.ok) throw new Unsure(`HTTP ${answer.status}`);
  try {
    return answerShape.parse(await answer.json());
  } catch (error) {
    throw new Unsure('no answer of the exchange', { cause: error });
  }
};

/** "0", "00" and 0 are good. */
export const isOk = ({ error_code: code }: Answer): boolean => Number(code) === 0;

/** Insertion of what is there: seen with several codes, 0 among them, so that the words decide. */
export const writtenBy = (answer: Answer): Written => {
  if (answer.message.toLowerCase().includes('đã tồn tại')) return { kind: 'exists' };
  if (isOk(answer)) return { kind: 'done' };
  return { kind: 'refused', reason: `${answer.error_code}: ${answer.message}` };
};

const lookedUp = z.object({
  result: z.array(recordedDossier.extend({ TienDo: z.array(progressRow).optional() })).nullable(),
});
/** How other systems say of a dossier that there is none. */
const saysNone = /không (?:tìm thấy|tồn tại)|chưa (?:có|tồn tại)/iu;

/**
 * The dossier in the answer of TraCuuHoSo; undefined where it lists none. The answer is written down nowhere (docs/exchange.md): one that is
 * not as we suppose throws Unread, for taken as "none" it would let a message go out twice.
 */
export const foundIn = (answer: Answer) => {
  if (!isOk(answer)) {
    if (saysNone.test(answer.message)) return undefined;
    throw new Unread(`TraCuuHoSo ${answer.error_code}: ${answer.message}`);
  }
  const read = lookedUp.safeParse(answer);
  if (!read.success) throw new Unread('lookUpUnread', { cause: read.error });
  const [found] = read.data.result ?? [];
  if (!found) return undefined;
  const { TienDo: progress, ...record } = found;
  return { record, progress: progress ?? null };
};

const serviceShape = z.object({
  TENTTHC: z.string(),
  LINHVUCTHUCHIEN: z.array(z.object({ MALINHVUC: z.string(), TENLINHVUC: z.string() })).min(1),
  KETQUATHUCHIEN: z.array(z.object({ MAKETQUA: z.string() })).default([]),
});

/** The procedure in the answer of LayThuTuc; undefined where there is none. */
export const serviceIn = (answer: Answer) => {
  const [found] = z.object({ result: z.array(serviceShape) }).safeParse(answer).data?.result ?? [];
  const [field] = found?.LINHVUCTHUCHIEN ?? [];
  if (!found || !field) return undefined;
  return {
    name: found.TENTTHC,
    fieldCode: field.MALINHVUC,
    fieldName: field.TENLINHVUC,
    resultCode: found.KETQUATHUCHIEN[0]?.MAKETQUA ?? '',
  };
};
