import type { MessageParams, MessageText } from '../../text/problem.ts';

const at = (params: MessageParams): string =>
  params['position'] === undefined ? '' : ` ở ký tự thứ ${params['position']}`;

/** Problems of names, numbers and scanned cards, and of what no field may hold; by code. */
const problems = {
  // text of any field
  hiddenCharacter: (params: MessageParams) =>
    `Có ký tự điều khiển không nhìn thấy${at(params)} nên chưa nhận. Xóa ký tự đó hoặc gõ lại ô này.`,
  directionOverride: (params: MessageParams) =>
    `Có ký tự ẩn làm đảo chiều chữ${at(params)}, chữ in ra sẽ khác chữ đã nhập. Gõ lại ô này, không dán.`,
  brokenCharacter: (params: MessageParams) => `Có ký tự bị hỏng${at(params)}. Xóa ký tự đó rồi gõ lại.`,
  privateCharacter: (params: MessageParams) =>
    `Có ký tự riêng của một phông chữ${at(params)}, máy khác không đọc được. Gõ lại bằng bảng mã Unicode.`,
  tooManyMarks: (params: MessageParams) => `Có chữ mang quá nhiều dấu${at(params)}. Gõ lại chữ đó.`,

  // persons
  nameMissing: 'Cần có họ và tên.',
  nameHasDigits: 'Tên có chữ số. Đối chiếu lại với giấy tờ.',
  idMissing: 'Cần có số giấy tờ, hoặc chọn “Không có giấy tờ”.',
  cccdFormat: (params: MessageParams) =>
    params['length'] === undefined
      ? 'Số định danh gồm 12 chữ số.'
      : `Số định danh gồm 12 chữ số, ô này đang có ${params['length']} ký tự.`,
  cmndFormat: 'Số chứng minh nhân dân gồm 9 chữ số.',
  passportFormat: 'Số hộ chiếu gồm 5 đến 15 chữ cái và chữ số, ví dụ C1234567.',
  taxCodeFormat: 'Mã số thuế gồm 10 chữ số, 13 chữ số với đơn vị phụ thuộc, hoặc số định danh 12 chữ số.',
  birthDateFormat: 'Ngày sinh không có thật. Gõ ngày/tháng/năm, hoặc chỉ năm khi không biết ngày.',
  bornInFuture: 'Ngày sinh ở tương lai. Xem lại năm sinh.',
  bornTooEarly: 'Năm sinh trước 1900. Xem lại năm sinh.',
  issuedFormat: 'Ngày cấp không có thật. Gõ ngày/tháng/năm, hoặc để trống.',
  issuedInFuture: 'Ngày cấp ở tương lai. Xem lại thẻ và ngày trên máy.',
  issuedBeforeBirth: 'Ngày cấp trước ngày sinh. Đối chiếu lại với thẻ.',
  phoneFormat: 'Số điện thoại gồm 10 chữ số bắt đầu bằng 03, 05, 07, 08, 09, hoặc số bàn bắt đầu bằng 02.',
  emailFormat: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@noi.vn.',
  addressMissing: 'Chưa có địa chỉ. Giấy tiếp nhận vẫn in được nhưng khó liên hệ về sau.',
  idProvinceUnknown: 'Ba số đầu không phải mã tỉnh hay mã nước nào. Đối chiếu lại với thẻ.',
  idSexDiffers: 'Số định danh và giới tính không khớp nhau. Đối chiếu lại với thẻ.',
  idBirthYearDiffers: 'Số định danh và năm sinh không khớp nhau. Đối chiếu lại với thẻ.',
  marksMissing: 'Họ tên và địa chỉ đọc được không có dấu. Đối chiếu với thẻ rồi thêm dấu.',

  // scanned cards
  cardUnreadable:
    'Chưa đọc được thẻ: thiếu thông tin. Chưa điền gì vào hồ sơ. Lau thẻ, tắt Unikey rồi quét lại.',
  cardGarbled: 'Bộ gõ tiếng Việt làm sai chữ trên thẻ. Chưa điền gì vào hồ sơ. Tắt Unikey rồi quét lại.',
  cardEncoding:
    'Máy quét gửi sai bảng mã nên mất dấu. Chưa điền gì vào hồ sơ. Đặt máy quét về Unicode (UTF-8) rồi quét lại.',
  cardNumber: 'Số trên thẻ không đủ 12 chữ số. Chưa điền gì vào hồ sơ. Tắt Unikey rồi quét lại.',
  cardOldNumber: 'Số chứng minh cũ trên thẻ đọc chưa đúng. Chưa điền gì vào hồ sơ. Quét lại, hoặc gõ tay.',
  cardNameMissing: 'Thẻ đọc được nhưng không có họ tên. Chưa điền gì vào hồ sơ. Quét lại, hoặc gõ tay.',
  cardBirthDate:
    'Ngày sinh trên thẻ đọc chưa đúng. Chưa điền gì vào hồ sơ. Tắt Unikey rồi quét lại, hoặc gõ tay.',
  cardBornInFuture:
    'Ngày sinh trên thẻ ở tương lai. Chưa điền gì vào hồ sơ. Kiểm tra ngày trên máy rồi đối chiếu thẻ.',
  cardSex: 'Giới tính trên thẻ đọc chưa đúng. Chưa điền gì vào hồ sơ. Tắt Unikey rồi quét lại, hoặc gõ tay.',
  cardIssueDate:
    'Ngày cấp trên thẻ đọc chưa đúng. Chưa điền gì vào hồ sơ. Tắt Unikey rồi quét lại, hoặc gõ tay.',
} satisfies Record<string, MessageText>;

export const citizen = {
  problems,
  idKinds: {
    cccd: 'Căn cước, CCCD',
    cmnd: 'Chứng minh nhân dân',
    passport: 'Hộ chiếu',
    tax: 'Mã số thuế',
    other: 'Giấy tờ khác',
    none: 'Không có giấy tờ',
  },
  sexes: { nam: 'Nam', nữ: 'Nữ', khác: 'Khác', '': 'Chưa rõ' },
};
