import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { emptyPerson } from '../citizen/person.ts';
import type { Answers, AnswerValue } from '../dossier/form.ts';
import { messagesIn } from '../messages/index.ts';
import { answerLines } from './answer-lines.ts';
import { listFields, prefillAnswers, relevantAnswers, validateAnswers, type JsonSchema } from './fields.ts';
import { parseCataloguePack } from './pack.ts';

const parsed = parseCataloguePack(
  readFileSync(new URL('../../assets/catalogue/vn-commune-2026.json', import.meta.url), 'utf8'),
);
const schemas = parsed.ok ? parsed.value.fieldSchemas : expect.fail(JSON.stringify(parsed.fault));
const get = (id: string): JsonSchema => schemas[id] ?? expect.fail(id);
const today = '2026-11-26';

const birth: Answers = {
  requesterRelation: 'Mẹ',
  childName: 'Nguyễn Thị Mẫu',
  childSex: 'nữ',
  childBirthDate: '2026-11-01',
  childBirthPlace: 'Trạm y tế xã',
  motherName: 'Trần Thị Thí Dụ',
  motherBirthDate: '1995',
  fatherName: 'Nguyễn Văn Mẫu',
  fatherBirthDate: '1994-02-28',
};
const codes = (id: string, answers: Answers) =>
  validateAnswers(get(id), answers, today).map(({ field, code }) => `${field}:${code}`);

describe('validateAnswers', () => {
  it('accepts a birth', () => {
    expect(codes('khai-sinh', birth)).toEqual([]);
  });

  it('asks for what is missing, in the order of the form', () => {
    expect(codes('khai-sinh', { childName: '  ', motherName: null })).toEqual([
      'requesterRelation:required',
      'childName:required',
      'childSex:required',
      'childBirthDate:required',
      'childBirthPlace:required',
      'motherName:required',
      'motherBirthDate:required',
      'fatherName:required',
      'fatherBirthDate:required',
    ]);
  });

  it('does not ask for what does not count', () => {
    const rest = { ...birth, fatherName: '', fatherBirthDate: null };
    expect(codes('khai-sinh', { ...rest, fatherUnknown: true })).toEqual([]);
    expect(codes('khai-sinh', { ...rest, fatherUnknown: false })).toEqual([
      'fatherName:required',
      'fatherBirthDate:required',
    ]);
    const stale = { ...birth, fatherUnknown: true, fatherBirthDate: 'nonsense' };
    expect(codes('khai-sinh', stale)).toEqual([]);
    expect(relevantAnswers(get('khai-sinh'), stale)).not.toHaveProperty('fatherBirthDate');
  });

  it.each<[string, Record<string, AnswerValue>, string]>([
    ['an unknown key', { constructor: 'x' }, 'constructor:unknownField'],
    ['__proto__', JSON.parse('{"__proto__": "x"}') as Record<string, AnswerValue>, '__proto__:unknownField'],
    ['a lone surrogate as key', { '\uD800': 'x' }, '\uD800:unknownField'],
    ['ten thousand characters', { childName: 'ễ'.repeat(10_000) }, 'childName:tooLong'],
    ['NUL', { childName: 'Mẫu\u0000' }, 'childName:hiddenCharacter'],
    ['an override', { childName: 'Mẫu\u202E' }, 'childName:directionOverride'],
    ['a number for a name', { childName: 7 }, 'childName:wrongType'],
    ['an object for a name', { childName: { a: 1 } }, 'childName:wrongType'],
    ['a list for a name', { childName: ['x'] }, 'childName:wrongType'],
    ['a wrong choice', { childSex: 'khác' }, 'childSex:notAChoice'],
    ['a day that is not', { childBirthDate: '2026-02-30' }, 'childBirthDate:notADate'],
    ['a year where a day is needed', { childBirthDate: '2026' }, 'childBirthDate:notADate'],
    ['born tomorrow', { childBirthDate: '2026-11-27' }, 'childBirthDate:dateInFuture'],
    ['a mother born next year', { motherBirthDate: '2027' }, 'motherBirthDate:dateInFuture'],
    ['25 o’clock', { childBirthTime: '25:00' }, 'childBirthTime:wrongFormat'],
    ['a short ID', { motherIdNumber: '123' }, 'motherIdNumber:wrongFormat'],
    ['minus one copy', { extractCopies: -1 }, 'extractCopies:tooSmall'],
    ['half a copy', { extractCopies: 0.5 }, 'extractCopies:notWhole'],
    ['a thousand copies', { extractCopies: 1000 }, 'extractCopies:tooLarge'],
    ['a text for a tick', { motherUnknown: 'yes' }, 'motherUnknown:wrongType'],
  ])('refuses %s', (_, change, expected) => {
    const problems = validateAnswers(get('khai-sinh'), { ...birth, ...change }, today);
    expect(problems.map(({ field, code }) => `${field}:${code}`)).toEqual([expected]);
    const [problem] = problems;
    for (const language of ['vi', 'en'] as const) {
      const { faults, citizen, catalogue } = messagesIn(language);
      expect({ ...faults.problems, ...citizen.problems, ...catalogue.problems }).toHaveProperty(
        problem!.code,
      );
    }
  });

  it('reads lists row by row', () => {
    const papers = (rows: AnswerValue) => codes('chung-thuc-ban-sao', { papers: rows });
    const paper = { name: 'Bằng tốt nghiệp', pages: 2, copies: 3 };
    expect(papers([paper, { ...paper, electronic: true }])).toEqual([]);
    expect(papers([])).toEqual(['papers:required']);
    expect(papers([paper, { name: 'x', pages: 0 }])).toEqual([
      'papers.1.copies:required',
      'papers.1.pages:tooSmall',
    ]);
    expect(papers([{ ...paper, stamp: 1 }])).toEqual(['papers.0.stamp:unknownField']);
    expect(papers(['x'])).toEqual(['papers.0:wrongType']);
    expect(papers([{ ...paper, name: 'x\u0000' }])).toEqual(['papers.0.name:hiddenCharacter']);
    expect(papers(Array<AnswerValue>(101).fill(paper))).toEqual(['papers:tooMany']);
    expect(papers('x')).toEqual(['papers:wrongType']);
  });

  it('never throws and says the same twice, for any answers to any form', () => {
    for (const id of Object.keys(schemas)) {
      const names = Object.keys(get(id).properties);
      const answers = fc.dictionary(
        fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 12 })),
        fc.jsonValue({ maxDepth: 3 }),
      );
      fc.assert(
        fc.property(answers, (given) => {
          const any = given as Answers;
          const first = validateAnswers(get(id), any, today);
          expect(validateAnswers(get(id), any, today)).toEqual(first);
          expect(validateAnswers(get(id), relevantAnswers(get(id), any), today)).toEqual(first);
        }),
        { numRuns: 60 },
      );
    }
  });
});

describe('forms', () => {
  it('show fields in order and only those that count', () => {
    const names = (answers: Answers) =>
      listFields(get('tinh-trang-hon-nhan'), answers).map(({ name }) => name);
    expect(names({ purpose: 'ket-hon' })).toContain('partnerName');
    expect(names({ purpose: 'muc-dich-khac' })).not.toContain('partnerName');
    expect(names({ purpose: 'muc-dich-khac' })).toContain('otherPurpose');
    expect(names({})[0]).toBe('subjectName');
  });

  it('begin with what the counter knows', () => {
    const person = { ...emptyPerson, name: 'Trần Thị Thí Dụ', birthDate: '1992-03-08', sex: 'nữ' as const };
    expect(prefillAnswers(get('tinh-trang-hon-nhan'), { owner: null, submitter: person })).toMatchObject({
      subjectName: 'Trần Thị Thí Dụ',
      subjectBirthDate: '1992-03-08',
      subjectSex: 'nữ',
      subjectNationality: 'Việt Nam',
      extractCopies: 0,
    });
    const other = prefillAnswers(get('tinh-trang-hon-nhan'), {
      owner: { ...person, sex: 'khác' },
      submitter: emptyPerson,
    });
    expect(other).not.toHaveProperty('subjectSex');
  });

  it('hands numbers on as they are kept, so that a telephone typed with spaces fits the form', () => {
    const typed = { ...emptyPerson, phone: '0912 000 123', idNumber: '0191 9200 0456' };
    expect(prefillAnswers(get('cu-tru-tam-tru'), { owner: null, submitter: typed })).toMatchObject({
      residentPhone: '0912000123',
      residentIdNumber: '019192000456',
    });
  });

  it('print what was answered, with its labels', () => {
    expect(answerLines(get('khai-sinh'), { ...birth, extractCopies: 2 })).toEqual(
      expect.arrayContaining([
        { field: 'childName', label: 'Họ, chữ đệm, tên', text: 'Nguyễn Thị Mẫu' },
        { field: 'childSex', label: 'Giới tính', text: 'Nữ' },
        { field: 'childBirthDate', label: 'Ngày, tháng, năm sinh', text: '1/11/2026' },
        { field: 'extractCopies', label: 'Số bản sao trích lục xin cấp', text: '2 bản' },
      ]),
    );
    const papers = [
      { name: 'Bằng tốt nghiệp', pages: 2, copies: 3 },
      { name: '<b>{{x}}</b>', pages: 1200, copies: 1 },
    ];
    expect(answerLines(get('chung-thuc-ban-sao'), { papers })).toEqual([
      {
        field: 'papers',
        label: 'Các loại giấy tờ',
        text: '1. Bằng tốt nghiệp; số trang: 2 trang; số bản: 3 bản\n2. <b>{{x}}</b>; số trang: 1.200 trang; số bản: 1 bản',
      },
    ]);
  });
});
