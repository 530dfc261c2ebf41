import { emptyPerson } from '../citizen/person.ts';
import { instantOf } from '../calendar/vietnam-time.ts';
import type {
  ComponentFrozen,
  DossierAccepted,
  FeeFrozen,
  IntakeGuided,
  IntakeRefused,
} from '../dossier/events.ts';
import type { OfficeProfile } from '../office/profile.ts';

/** Sample dossiers for tests of the papers: plainly samples, in the shapes the counter really freezes. */

export const sampleOffice: OfficeProfile = {
  code: 'H55.242',
  name: 'Trung tâm Phục vụ hành chính công xã Mẫu Sơn',
  superior: 'Ủy ban nhân dân xã Mẫu Sơn',
  address: 'Thôn Mẫu, xã Mẫu Sơn, tỉnh Thái Nguyên',
  phone: '0208 000 000',
  province: 'Thái Nguyên',
  lookupBase: '',
  taxCode: '0000000000-001',
};

export const paper = (name: string, counts: Partial<ComponentFrozen> = {}): ComponentFrozen => ({
  index: null,
  name,
  mode: 'submit',
  originals: 0,
  certified: 0,
  copies: 0,
  pages: 0,
  held: false,
  files: [],
  ...counts,
});

export const fee = (label: string, counts: Partial<FeeFrozen> = {}): FeeFrozen => ({
  fee: null,
  label,
  type: 'LE_PHI',
  state: 'known',
  amount: 0,
  quantity: 1,
  total: 0,
  basis: '',
  exemption: null,
  ...counts,
});

const mother = {
  ...emptyPerson,
  name: 'Trần Thị Thí Dụ',
  idNumber: '019190000001',
  birthDate: '1990-03-08',
  sex: 'nữ',
  address: 'Thôn Mẫu, xã Mẫu Sơn, tỉnh Thái Nguyên',
  phone: '0912000000',
} as const;

const child = {
  ...emptyPerson,
  name: 'Nguyễn Văn Mẫu',
  idKind: 'none',
  birthDate: '2026-11-10',
  sex: 'nam',
  address: 'Thôn Mẫu, xã Mẫu Sơn, tỉnh Thái Nguyên',
} as const;

const received = instantOf('2026-11-23', 15 * 60 + 40);

/** A marriage-status certificate for oneself: the province sets the fee, one paper shown, 24/11 is a day off. */
export const plainDossier: DossierAccepted = {
  businessDay: '2026-11-23',
  office: sampleOffice,
  desk: 1,
  clerkName: 'Lê Thị Ví Dụ',
  procedure: {
    code: '1.004873',
    name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
    field: 'Hộ tịch',
    agency: 'UBND cấp xã',
    case: null,
    results: ['Giấy xác nhận tình trạng hôn nhân'],
    catalogueVersion: 1,
  },
  submitter: mother,
  owner: mother,
  relation: '',
  sets: 1,
  components: [
    paper('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', { originals: 1 }),
    paper('Giấy tờ chứng minh ly hôn hoặc vợ, chồng đã chết', { originals: 1, held: true }),
    paper('Giấy tờ tùy thân của người yêu cầu (căn cước/CCCD/hộ chiếu/căn cước điện tử)', {
      mode: 'present',
      originals: 1,
    }),
  ],
  note: '',
  receivedAt: received,
  code: 'H55.242-261123-0007',
  key: 'K7Q2M4ZP3XWRT5BN6YHC',
  channel: 'counter',
  answers: {},
  answerLines: [
    { field: 'purpose', label: 'Mục đích sử dụng', text: 'Đăng ký kết hôn tại Việt Nam' },
    { field: 'status', label: 'Tình trạng hôn nhân khai', text: 'Đã ly hôn, chưa kết hôn với ai' },
    { field: 'copies', label: 'Số bản yêu cầu', text: '2' },
  ],
  fees: [
    fee('Lệ phí hộ tịch', {
      state: 'toBeSet',
      amount: null,
      total: null,
      basis: 'do HĐND cấp tỉnh quyết định',
    }),
    fee('Phí cấp bản sao trích lục', { type: 'PHI', amount: 8000, quantity: 2, total: 16000 }),
  ],
  feeTotal: 16000,
  delivery: { method: 'counter', address: '' },
  deadline: {
    dueAt: instantOf('2026-11-27', 15 * 60 + 40),
    countedFrom: received,
    term: { value: 3, unit: 'WORKING_DAY' },
    skipped: [{ date: '2026-11-24', reason: { kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' } }],
    workedWeekends: [],
    unofficialYears: [],
    rule: 'workingDays',
  },
  possibleDuplicates: [],
};

/** A birth: the mother files for the child, eight papers, some twenty answers. The heaviest of the usual dossiers. */
export const birthDossier: DossierAccepted = {
  ...plainDossier,
  code: 'H55.242-261123-0012',
  procedure: {
    ...plainDossier.procedure,
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    case: { id: 'dung-han', name: 'Đăng ký đúng hạn' },
    results: ['Giấy khai sinh'],
  },
  owner: child,
  relation: 'mẹ',
  components: [
    paper('Tờ khai đăng ký khai sinh', { originals: 1 }),
    paper('Giấy chứng sinh', { originals: 1 }),
    paper('Giấy tờ tùy thân của người yêu cầu (căn cước/CCCD/hộ chiếu/căn cước điện tử)', {
      mode: 'present',
      originals: 1,
    }),
    paper('Giấy chứng nhận kết hôn của cha mẹ', { mode: 'present', originals: 1 }),
  ],
  answerLines: [
    ['Quan hệ với người được khai sinh', 'mẹ'],
    ['Họ, chữ đệm, tên', 'Nguyễn Văn Mẫu'],
    ['Giới tính', 'nam'],
    ['Ngày, tháng, năm sinh', '10/11/2026'],
    ['Dân tộc', 'Kinh'],
    ['Quốc tịch', 'Việt Nam'],
    ['Nơi sinh', 'Trạm y tế xã Mẫu Sơn, tỉnh Thái Nguyên'],
    ['Quê quán', 'xã Mẫu Sơn, tỉnh Thái Nguyên'],
    ['Số Giấy chứng sinh', '00123/2026'],
    ['Họ, chữ đệm, tên người mẹ', 'Trần Thị Thí Dụ'],
    ['Ngày sinh (hoặc năm sinh)', '8/3/1990'],
    ['Dân tộc', 'Kinh'],
    ['Quốc tịch', 'Việt Nam'],
    ['Số định danh hoặc giấy tờ tùy thân', '019190000001'],
    ['Nơi cư trú', 'Thôn Mẫu, xã Mẫu Sơn, tỉnh Thái Nguyên'],
    ['Họ, chữ đệm, tên người cha', 'Nguyễn Văn Thí'],
    ['Ngày sinh (hoặc năm sinh)', '1988'],
    ['Dân tộc', 'Kinh'],
    ['Quốc tịch', 'Việt Nam'],
    ['Số định danh hoặc giấy tờ tùy thân', '019088000002'],
    ['Nơi cư trú', 'Thôn Mẫu, xã Mẫu Sơn, tỉnh Thái Nguyên'],
    ['Số bản sao trích lục xin cấp', '2'],
  ].map(([label = '', text = ''], place) => ({ field: `f${place}`, label, text })),
  fees: [
    fee('Lệ phí đăng ký khai sinh đúng hạn', { state: 'free', amount: 0, total: 0, basis: 'Luật Hộ tịch' }),
    fee('Phí cấp bản sao trích lục', { type: 'PHI', amount: 8000, quantity: 2, total: 16000 }),
  ],
};

/** Copy certification: the papers stand in an answer, with pages and copies. */
export const certificationDossier: DossierAccepted = {
  ...plainDossier,
  code: 'H55.242-261123-0031',
  procedure: {
    ...plainDossier.procedure,
    code: '2.000815',
    name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản',
    field: 'Chứng thực',
    results: ['Bản sao được chứng thực'],
  },
  components: [
    paper('Bản chính giấy tờ, văn bản làm cơ sở chứng thực', { mode: 'present', originals: 2 }),
    paper('Bản sao cần chứng thực', { copies: 5 }),
  ],
  answers: {
    papers: [
      { name: 'Bằng tốt nghiệp trung học phổ thông', pages: 1, copies: 3 },
      { name: 'Giấy chứng nhận quyền sử dụng đất', pages: 4, copies: 2 },
    ],
  },
  answerLines: [
    {
      field: 'papers',
      label: 'Các loại giấy tờ',
      text: '1. Bằng tốt nghiệp trung học phổ thông; số trang: 1 trang; số bản: 3 bản\n2. Giấy chứng nhận quyền sử dụng đất; số trang: 4 trang; số bản: 2 bản',
    },
  ],
  fees: [
    fee('Phí chứng thực bản sao: Bằng tốt nghiệp trung học phổ thông, 1 trang', {
      type: 'PHI',
      amount: 2000,
      quantity: 3,
      total: 6000,
      basis: 'TT 226/2016/TT-BTC',
    }),
    fee('Phí chứng thực bản sao: Giấy chứng nhận quyền sử dụng đất, 4 trang', {
      type: 'PHI',
      amount: 6000,
      quantity: 2,
      total: 12000,
      basis: 'TT 226/2016/TT-BTC',
    }),
  ],
  feeTotal: 18000,
};

const longText =
  'Người yêu cầu trình bày hoàn cảnh gia đình và lý do đề nghị; ông bà nội đã mất, giấy tờ cũ bị lũ cuốn trôi năm 2018. ' +
  'Trưởng thôn và hai người làm chứng cùng xác nhận nội dung này, có ký tên và ghi rõ số định danh. ';

/** Everything at once and too much of it: thirty papers, ten-line answers, names at the edge of what intake allows. */
export const hugeDossier: DossierAccepted = {
  ...birthDossier,
  code: '000.00.06.H56-261123-0361',
  submitter: {
    ...mother,
    name: "Ksor H'Bơ̆t Nguyễn Phước Hoàng Anh Thư Công Tằng Tôn Nữ Thị Thí Dụ Rất Dài Để Xem Có Xuống Dòng Được Hay Không",
    address:
      'Số 12 ngõ 345/67/89 đường Trường Chinh kéo dài, tổ dân phố số 18, phường Thí Dụ, thành phố Mẫu, tỉnh Thái Nguyên',
    email: 'mot-dia-chi-thu-dien-tu-dai@example.gov.vn',
  },
  components: Array.from({ length: 30 }, (_, place) =>
    paper(`Giấy tờ thứ ${place + 1}: văn bản xác nhận của cơ quan có thẩm quyền về nội dung nêu trong đơn`, {
      originals: place % 3 === 0 ? 1 : 0,
      certified: place % 3 === 1 ? 2 : 0,
      copies: place % 3 === 2 ? 3 : 0,
      held: place % 7 === 0,
    }),
  ),
  answerLines: Array.from({ length: 6 }, (_, place) => ({
    field: `f${place}`,
    label: `Trình bày ${place + 1}`,
    text: longText.repeat(4).trim(),
  })),
  fees: Array.from({ length: 8 }, (_, place) =>
    fee(`Phí thứ ${place + 1} theo quy định`, {
      amount: 8000,
      quantity: place + 1,
      total: 8000 * (place + 1),
    }),
  ),
  feeTotal: 288_000,
  note: longText.repeat(12).trim(),
};

const intake = {
  businessDay: plainDossier.businessDay,
  office: sampleOffice,
  desk: 1,
  clerkName: plainDossier.clerkName,
  procedure: birthDossier.procedure,
  submitter: mother,
  owner: child,
  relation: 'mẹ',
  sets: 1,
  components: birthDossier.components,
  note: '',
  receivedAt: received,
};

export const guidedIntake: IntakeGuided = {
  ...intake,
  number: 12,
  year: 2026,
  missing: [
    { name: 'Giấy chứng sinh', count: 1, what: 'chưa có; nộp bản chính' },
    { name: 'Văn bản ủy quyền', count: 1, what: 'chưa chứng thực chữ ký' },
  ],
  reason: 'Hồ sơ chưa có giấy chứng sinh hoặc văn bản thay thế theo Điều 16 Luật Hộ tịch.',
};

export const refusedIntake: IntakeRefused = {
  ...intake,
  number: 3,
  year: 2026,
  reason: 'Trẻ đã được đăng ký khai sinh tại xã khác; việc cấp lại do cơ quan đã đăng ký thực hiện.',
};
