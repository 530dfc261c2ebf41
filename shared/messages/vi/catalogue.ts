import type { MessageParams, MessageText } from '../../text/problem.ts';

const named = (params: MessageParams, key: string): string => {
  const value = params[key];
  return value === undefined || value === '' ? '' : ` ${value}`;
};

/** A day as it is read: 26/11/2026. */
const dayText = (params: MessageParams, key: string): string =>
  String(params[key] ?? '')
    .split('-')
    .reverse()
    .join('/');

const problems = {
  // answers to a procedure's own fields
  unknownField: (params: MessageParams) => `Thủ tục này không có ô${named(params, 'name')}. Bỏ ô này đi.`,
  wrongType: 'Giá trị của ô này không đúng loại. Xóa rồi nhập lại.',
  wrongFormat: 'Ô này chưa đúng dạng. Xem gợi ý dưới ô rồi nhập lại.',
  notADate: 'Ngày này không có thật. Gõ ngày/tháng/năm, ví dụ 26/11/2026.',
  dateInFuture: 'Ngày này ở tương lai. Xem lại ngày, tháng, năm.',
  dateInPast: 'Ngày này đã qua. Xem lại ngày, tháng, năm.',
  notAChoice: 'Chọn một mục trong danh sách.',
  notWhole: 'Nhập số nguyên, không có phần lẻ.',
  tooSmall: (params: MessageParams) => `Nhập số từ${named(params, 'limit')} trở lên.`,
  tooLarge: (params: MessageParams) => `Nhập số không quá${named(params, 'limit')}.`,
  tooFew: (params: MessageParams) => `Cần ít nhất${named(params, 'limit')} dòng.`,
  tooMany: (params: MessageParams) => `Nhiều nhất${named(params, 'limit')} dòng.`,

  // the procedure
  unknownProcedure: (params: MessageParams) =>
    `Không có thủ tục mã${named(params, 'code')} trong danh mục của máy. Tìm lại bằng tên, hoặc nạp danh mục mới trong Cài đặt.`,
  repealedProcedure: (params: MessageParams) =>
    `Thủ tục${named(params, 'name')} hết hiệu lực từ sau ngày ${dayText(params, 'until')} nên không nhận hồ sơ mới. Chọn thủ tục thay thế.`,

  // packs: each names its place
  wrongKind: (params: MessageParams) =>
    `Đây là gói loại “${params['kind'] ?? ''}”, không phải gói danh mục thủ tục.`,
  unknownKey: 'Có mục lạ mà phần mềm không biết.',
  badValue: 'Giá trị ở đây không đúng.',
  versionsDiffer: 'Số phiên bản ở vỏ gói và trong gói không giống nhau.',
  duplicateCode: (params: MessageParams) => `Mã thủ tục${named(params, 'code')} có hai bản cùng hiệu lực.`,
  duplicateId: (params: MessageParams) => `Mục “${params['id'] ?? ''}” bị lặp.`,
  badTerm: 'Thời hạn giải quyết không hợp lệ.',
  badDates: 'Ngày hết hiệu lực trước ngày có hiệu lực.',
  unknownComponent: (params: MessageParams) =>
    `Trường hợp nhắc tới thành phần số${named(params, 'index')} không có.`,
  unknownFee: (params: MessageParams) => `Nhắc tới khoản thu “${params['id'] ?? ''}” không có.`,
  zeroWithoutLaw: 'Khoản thu ghi 0 đ mà không nêu căn cứ miễn. Khoản do tỉnh quyết định phải để trống.',
  ratesMissing: 'Khoản thu tính theo trang thiếu mức tính.',
  unknownFieldSchema: (params: MessageParams) => `Không có mẫu thông tin riêng “${params['id'] ?? ''}”.`,
  unknownAnswer: (params: MessageParams) => `Số lượng lấy từ ô “${params['name'] ?? ''}” không có trong mẫu.`,
  aliasInUse: (params: MessageParams) => `Mã cũ${named(params, 'code')} trùng mã đang dùng.`,
  aliasUnknown: (params: MessageParams) => `Mã mới${named(params, 'code')} không có trong gói.`,
} satisfies Record<string, MessageText>;

export const catalogue = {
  problems,
  /** After refusing an unsigned pack: where a signed one comes from. */
  howToSign:
    'Gói danh mục phải có chữ ký của tỉnh hoặc của nơi phát hành phần mềm. Liên hệ đầu mối kiểm soát thủ tục hành chính của tỉnh để nhận tệp có chữ ký.',
  confidence: {
    high: 'Chắc chắn',
    medium: 'Cần đối chiếu quyết định của tỉnh',
    low: 'Chưa chắc, phải đối chiếu',
  },
  modes: { submit: 'Nộp', present: 'Xuất trình', declare: 'Khai báo' },
  notAtDesk: 'Người dân nộp trên Cổng dịch vụ công quốc gia hoặc VNeID; quầy chỉ hướng dẫn.',
  askedAs: (params: { old: string; code: string }) => `Mã cũ ${params.old}, nay là ${params.code}.`,
};
