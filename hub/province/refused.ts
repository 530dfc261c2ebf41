import { Refused } from '../refused.ts';
import { isProvincialRefusal, provincialRefusals } from './shapes.ts';
import type { ProvincialRefusal, RefusalAnswer } from './shapes.ts';

/** A request of the provincial system that is not carried out. */
export class ProvinceRefused extends Error {
  readonly reason: ProvincialRefusal;
  readonly fields: RefusalAnswer['fields'];
  constructor(reason: ProvincialRefusal, fields: RefusalAnswer['fields'] = []) {
    super(reason);
    this.reason = reason;
    this.fields = fields;
  }
}

const messages: Readonly<Record<ProvincialRefusal, { vi: string; en: string }>> = {
  malformed: { vi: 'Dữ liệu chưa đúng: xem "fields".', en: 'Not as described: see "fields".' },
  digestWrong: {
    vi: 'Nội dung tệp không khớp mã băm. Gửi lại.',
    en: 'The bytes do not hash to the name. Send again.',
  },
  sessionOver: { vi: 'Phiên đã hết. Đăng nhập lại.', en: 'The session is over. Sign in again.' },
  notAllowed: { vi: 'Tài khoản không được làm việc này.', en: 'The account may not do this.' },
  officeUnknown: {
    vi: 'Chưa có quầy nào của đơn vị này nối với tỉnh.',
    en: 'No desk of this office has joined the province.',
  },
  dossierUnknown: {
    vi: 'Chưa nhận được hồ sơ này từ quầy. Gửi lại sau.',
    en: 'The dossier has not arrived from its counter. Send again later.',
  },
  referenceUnknown: { vi: 'Chưa có gì gửi với mã này.', en: 'Nothing was posted under this reference.' },
  referenceUsed: {
    vi: 'Mã này đã dùng cho nội dung khác.',
    en: 'This reference was used for other content.',
  },
  codeDoubled: {
    vi: 'Có hai hồ sơ trùng mã. Gọi cho đơn vị.',
    en: 'Two dossiers bear this code. Call the office.',
  },
  tooLarge: { vi: 'Tệp quá lớn: tối đa 100 MB.', en: 'Too large: 100 MB at most.' },
  fileMissing: {
    vi: 'Tệp nêu ở "fields" chưa được gửi lên.',
    en: 'The file named in "fields" was not put before.',
  },
  tooMany: { vi: 'Quá nhiều yêu cầu. Chờ một phút.', en: 'Too many requests. Wait a minute.' },
  busy: { vi: 'Máy chủ đang bận. Gửi lại sau.', en: 'The server is busy. Send again later.' },
};

const reasonOf = (error: unknown): ProvincialRefusal => {
  if (error instanceof ProvinceRefused) return error.reason;
  if (error instanceof Refused) return isProvincialRefusal(error.reason) ? error.reason : 'malformed';
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return 'tooLarge';
  return typeof status === 'number' && status < 500 ? 'malformed' : 'busy';
};

/** Any failure as the provincial system is told it. */
export const refusalOf = (error: unknown): { status: number; answer: RefusalAnswer } => {
  const reason = reasonOf(error);
  const fields = error instanceof ProvinceRefused ? error.fields : [];
  return {
    status: provincialRefusals[reason],
    answer: { refused: reason, message: messages[reason], fields },
  };
};
