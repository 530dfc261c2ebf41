import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { samplePile } from '../shared/certification/testing-register.ts';
import type { PaperForm } from '../shared/dossier/events.ts';
import { commandOf } from '../shared/dossier/acts/testing-life.ts';
import { answerDialogs } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { openRegister } from './clerk/certification.ts';
import { citizen, takeIn } from './clerk/take-in.ts';
import { expect, test } from './counter.ts';
import { startCups } from './cups.ts';
import { pageCodes, pdfFacts, pdfText } from './pdf-tools.ts';

/** The papers of a day through the application itself: what each act wrote, and what a real print queue gets. */

const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
const layout = { paper: 'A4' as const, twoOnOne: false, copies: ['citizen' as const] };

test('every act’s paper says what the journal says; registers, books and lists come out of a real queue', async ({
  open,
  scratch,
}) => {
  const cups = await startCups();
  try {
    const counter = await open({ env: cups.env });
    const { page } = counter;
    const [one, two, three] = await takeIn(page, [citizen(0), citizen(0), citizen(0)]);
    const account = { bin: '970405', number: '8500201000123', holder: 'Trung tâm xã Mẫu' };
    await get(page, 'money.setAccount', { account });

    const act = async (...[kind, dossier, change]: [Parameters<typeof commandOf>[0], string, object?]) => {
      const done = await get(page, 'act.do', { dossier, act: commandOf(kind, randomUUID(), change) });
      return { event: done.events[0] ?? '', state: done.page.state };
    };
    const saved = async (dossier: string, form: PaperForm, about: string): Promise<string> => {
      const file = join(scratch, `${form}-${about}.pdf`);
      await answerDialogs(counter, { save: file });
      await get(page, 'paper.save', { dossier, form, about, layout });
      return file;
    };
    const says = (file: string, ...texts: (string | undefined)[]): void => {
      const said = flat(pdfText(file));
      for (const text of texts) expect.soft(said).toContain(flat(text ?? 'a text that is not there'));
    };

    const asked = await act('requestSupplements', one!, { reason: 'Tên mẹ chưa khớp' });
    says(
      await saved(one!, 'supplements', asked.event),
      '02-0001/2026',
      'Tờ khai',
      'Tên mẹ chưa khớp',
      '-0001',
    );
    await act('receiveSupplements', one!);
    const moved = await act('handOver', one!);
    const { holder } = moved.state;
    says(await saved(one!, 'control', moved.event), '06-0001/2026', holder?.unit, holder?.person);
    const extended = await act('extend', one!);
    const [extension] = extended.state.extensions;
    says(
      await saved(one!, 'extension', extended.event),
      '04-0001/2026',
      extension?.reason,
      extension?.signer,
      '2/12/2026',
    );
    const line = extended.state.money.lines.findIndex(({ state }) => state === 'toBeSet');
    await act('setFeeAmount', one!, { line });
    const transfer = await saved(one!, 'transfer', '');
    says(transfer, '8.000 đ', 'tám nghìn đồng', '8500201000123', 'Trung tâm xã Mẫu');
    expect(pageCodes(transfer).flat().join(' ')).toMatch(/QR-Code:000201.*8500201000123.*54048000/);
    const paid = await act('collectFee', one!, { amount: 8000 });
    says(await saved(one!, 'cash', paid.event), 'PT-0001/2026', '8.000 đ', 'tám nghìn đồng', 'Cán bộ Mẫu');
    await act('recordResult', one!);
    const returned = await act('returnResult', one!, {
      shown: { by: 'card', idNumber: citizen(0).idNumber },
      originals: [],
    });
    const { result } = returned.state;
    says(
      await saved(one!, 'returned', returned.event),
      result?.number,
      result?.summary,
      citizen(0).name,
      citizen(0).idNumber,
    );
    const stopped = await act('stop', two!);
    const [stop] = stopped.state.stops;
    says(await saved(two!, 'stop', stopped.event), '05-0001/2026', stop?.reason, stop?.basis, stop?.signer);

    // The citizen signs her request before anything is done.
    const request = join(scratch, 'request.pdf');
    await answerDialogs(counter, { save: request });
    const withdraw = commandOf('withdraw', randomUUID(), { originals: [] });
    await get(page, 'paper.saveRequest', { dossier: three!, act: withdraw, layout });
    says(request, 'ĐƠN XIN RÚT HỒ SƠ', citizen(0).name, 'Không còn nhu cầu', '-0003');
    expect((await get(page, 'dossier.get', { id: three! })).state.withdrawals).toEqual([]);

    await openRegister(page);
    const form = samplePile(['Giấy khai sinh', 1, 3], ['Học bạ', 8, 2]);
    const pile = await get(page, 'certification.accept', { id: randomUUID(), form });
    const printer = cups.printer;
    for (const paper of ['certificationFee', 'certificationBook'] as const)
      await get(page, 'certification.printPaper', {
        wish: { paper, of: paper === 'certificationFee' ? pile.pile : '2026-11', numbers: [], layout },
        printer,
      });
    const book = await get(page, 'books.open', { book: 'tracking', from: '2026-11-01', to: '2026-11-30' });
    await get(page, 'books.print', { id: book.id, volume: 1, printer });
    const wish = { list: randomUUID(), form: 'jointReceipt' as const, dossiers: [three!], layout };
    await get(page, 'lists.print', { wish, printer });
    const [slip, register, tracking, joint] = await cups.printed(4);
    const sheetOf = (file: string | undefined) => {
      const { pages, width, height } = pdfFacts(file ?? '');
      return [pages, Math.round(width), Math.round(height)];
    };
    expect(sheetOf(slip)).toEqual([1, 210, 297]);
    expect(sheetOf(register)).toEqual([1, 210, 297]);
    // What is wider than high goes through the printer turned, on the same sheet.
    for (const turned of [tracking, joint])
      expect(sheetOf(turned)[0]! > 0 && sheetOf(turned).slice(1).sort()).toEqual([210, 297]);
    const { state } = await get(page, 'dossier.get', { id: three! });
    expect(pageCodes(joint!).flat()).toEqual([`QR-Code:${state.accepted?.code}.${state.accepted?.key}`]);
    expect(state.papers.filter((paper) => paper.form === 'receipt')).toMatchObject([{ outcome: 'printed' }]);
    expect(counter.faults).toEqual([]);
  } finally {
    await cups.stop();
  }
});
