import type { Readable } from 'node:stream';
import * as z from 'zod';
import { roles } from '../console/accounts.ts';
import type { AccountRole } from '../console/accounts.ts';
import type { HubContext } from '../context.ts';
import { onTimeFigures } from './on-time.ts';
import { postResult, postSubmission, standingOfResult, standingOfSubmission } from './posts.ts';
import { putFile } from './put-file.ts';
import {
  keptFile,
  officeCode,
  onTimeAnswer,
  onTimeQuery,
  posted,
  reference,
  result,
  resultStanding,
  submission,
  submissionStanding,
} from './shapes.ts';
import type { ProvincialRefusal } from './shapes.ts';

/** Who calls, and the bytes of a call that carries a file. */
export interface Call {
  hub: HubContext;
  account: string;
  bytes: Readable | undefined;
}

/** One call of the provincial system: what is checked when it comes and what is documented of it are one and the same. */
export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put';
  /** With names in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  roles: readonly AccountRole[];
  params: z.ZodObject | undefined;
  query: z.ZodObject | undefined;
  body: z.ZodObject | undefined;
  /** Its body is a file’s bytes. */
  takesBytes: boolean;
  answer: z.ZodType;
  refusals: readonly ProvincialRefusal[];
  run: (call: Call, input: unknown) => Promise<object>;
}

interface Described<T> {
  id: string;
  method: Operation['method'];
  path: string;
  summary: string;
  roles: readonly AccountRole[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  takesBytes?: boolean;
  answer: z.ZodType<T & object>;
  refusals?: readonly ProvincialRefusal[];
}

/** The parts of a request are one flat input: their names never meet. */
const operation = <I, T>(
  described: Described<T>,
  input: z.ZodType<I>,
  run: (call: Call, input: I) => Promise<T & object>,
): Operation => ({
  params: undefined,
  query: undefined,
  body: undefined,
  takesBytes: false,
  refusals: [],
  ...described,
  run: (call, given) => run(call, input.parse(given)),
});

const posting = ({ hub, account }: Call) => ({
  db: hub.db,
  identity: hub.identity,
  system: account,
  now: hub.now(),
});

const byReference = z.strictObject({ reference });
const place = z.strictObject({ office: officeCode, sha256: keptFile.shape.sha256 });
const system: readonly AccountRole[] = ['system'];

export const operations: readonly Operation[] = [
  operation(
    {
      id: 'putFile',
      method: 'put',
      path: '/v1/provincial/offices/{office}/files/{sha256}',
      summary: 'Keep a file of a submission or a result under its hash, before it is named',
      roles: system,
      params: place,
      takesBytes: true,
      answer: keptFile,
      refusals: ['officeUnknown', 'digestWrong', 'tooLarge'],
    },
    place,
    putFile,
  ),
  operation(
    {
      id: 'postSubmission',
      method: 'post',
      path: '/v1/provincial/submissions',
      summary: 'Hand a dossier filed online to its office’s counters; the same again changes nothing',
      roles: system,
      body: submission,
      answer: posted,
      refusals: ['officeUnknown', 'fileMissing', 'referenceUsed', 'tooLarge'],
    },
    submission,
    (call, wish) => postSubmission(posting(call), wish),
  ),
  operation(
    {
      id: 'getSubmission',
      method: 'get',
      path: '/v1/provincial/submissions/{reference}',
      summary: 'What the counter made of a submission',
      roles: system,
      params: byReference,
      answer: submissionStanding,
      refusals: ['referenceUnknown'],
    },
    byReference,
    (call, wish) => standingOfSubmission(posting(call), wish.reference),
  ),
  operation(
    {
      id: 'postResult',
      method: 'post',
      path: '/v1/provincial/results',
      summary: 'Bring a department’s result to its dossier; the counters see it arrive',
      roles: system,
      body: result,
      answer: posted,
      refusals: [
        'dossierUnknown',
        'codeDoubled',
        'fileMissing',
        'referenceUsed',
        'referenceUnknown',
        'tooLarge',
      ],
    },
    result,
    (call, wish) => postResult(posting(call), wish),
  ),
  operation(
    {
      id: 'getResult',
      method: 'get',
      path: '/v1/provincial/results/{reference}',
      summary: 'Whether a result was taken in, and how it was judged',
      roles: system,
      params: byReference,
      answer: resultStanding,
      refusals: ['referenceUnknown'],
    },
    byReference,
    (call, wish) => standingOfResult(posting(call), wish.reference),
  ),
  operation(
    {
      id: 'getOnTime',
      method: 'get',
      path: '/v1/provincial/on-time',
      summary: 'On-time figures of an office and a period, by QĐ 766/QĐ-TTg',
      roles: ['system', ...roles],
      query: onTimeQuery,
      answer: onTimeAnswer,
      refusals: ['officeUnknown'],
    },
    onTimeQuery,
    ({ hub }, wish) => onTimeFigures(hub.db, wish, hub.now()),
  ),
];
