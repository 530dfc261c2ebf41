import type { MessageParams, MessageText } from '../../../text/problem.ts';

/** Every way the register of certified copies refuses: what happened, what is safe, what to do. */
export const certificationFaults = {
  registerUnopened:
    'Quầy này chưa mở sổ chứng thực nên chưa cấp số. Những gì đã gõ còn nguyên. Mở sổ, hoặc nhập mã sổ của quầy đang giữ.',
  registerOpenAlready: 'Quầy này đã có sổ chứng thực, không mở lần nữa. Chưa có gì thay đổi.',
  registerElsewhere: (params: MessageParams) =>
    Number(params['desk'] ?? 0) > 0
      ? `Sổ chứng thực đang ở quầy số ${params['desk']}. Chưa có gì thay đổi. Lượt mới vẫn nhận được và chờ số; nhận sổ về rồi làm việc này.`
      : 'Sổ chứng thực không ở quầy này. Chưa có gì thay đổi. Lượt mới vẫn nhận được và chờ số; nhận sổ về rồi làm việc này.',
  registerInDoubt:
    'Dữ liệu vừa được khôi phục nên chưa chắc số chứng thực cuối cùng. Những gì đã gõ còn nguyên. Xác nhận số cuối trên giấy rồi làm tiếp.',
  registerSound: 'Sổ chứng thực đang khớp, không cần xác nhận lại. Chưa có gì thay đổi.',
  registerYearAhead: (params: MessageParams) =>
    `Sổ đã sang năm ${params['year'] ?? ''} mà ngày của quầy còn ở năm trước. Chưa có gì thay đổi. Xác nhận lại ngày làm việc.`,
  registerFull: 'Sổ đã đến số lớn nhất phần mềm ghi được. Không mất gì. Báo người quản trị.',
  registerKeyUnreadable:
    'Mã sổ chưa đúng, có ký tự gõ nhầm hoặc thiếu. Chưa có gì thay đổi. Xem lại mã ở quầy giữ sổ rồi gõ lại.',
  signerMissing:
    'Chưa có người ký chứng thực nên chưa cấp số. Những gì đã gõ còn nguyên. Ghi họ tên, chức danh người ký rồi vào sổ.',
  custodyUnreadable:
    'Mã giao sổ chưa đúng, có ký tự gõ nhầm hoặc thiếu. Chưa có gì thay đổi. Quét lại, hoặc xem lại từng nhóm rồi gõ lại.',
  custodyForeign: (params: MessageParams) =>
    Number(params['desk'] ?? 0) > 0
      ? `Mã này giao sổ cho quầy số ${params['desk']}, không phải quầy này. Sổ chưa đổi chỗ. Nhập mã tại đúng quầy ấy.`
      : 'Mã này thuộc sổ chứng thực của cơ quan khác. Sổ chưa đổi chỗ. Xem lại mã ở quầy giao sổ.',
  custodyForged:
    'Mã giao sổ không do quầy giữ sổ lập ra. Sổ chưa đổi chỗ. Lấy lại mã từ màn hình hoặc giấy của quầy giao.',
  custodyUsed:
    'Mã giao sổ này đã dùng hoặc đã cũ: sổ đã đổi chỗ sau đó. Sổ chưa đổi chỗ. Lấy mã của lần giao mới nhất.',
  pileUnknown: 'Không thấy lượt này, có thể đã được cấp số. Chưa có gì thay đổi. Xem lại danh sách.',
  entryUnknown: 'Không thấy số này trong sổ của quầy. Chưa có gì thay đổi. Kiểm tra lại số và năm.',
  entryStruckAlready: (params: MessageParams) =>
    `Số ${params['number'] ?? ''} đã gạch bỏ từ trước. Chưa có gì thay đổi. Nếu cần, vào sổ lượt mới.`,
  yearToClose: (params: MessageParams) =>
    `Sổ năm ${params['year'] ?? ''} chưa khóa. Chưa có gì thay đổi. Khóa sổ năm cũ rồi làm tiếp.`,
  yearNotOver: (params: MessageParams) =>
    `Năm ${params['year'] ?? ''} chưa hết nên chưa khóa sổ. Chưa có gì thay đổi. Khóa sổ từ ngày làm việc đầu năm sau.`,
  tooManyAttestations: (params: MessageParams) =>
    `Lượt này cần ${params['count'] ?? ''} trang lời chứng, mỗi lần in nhiều nhất ${params['limit'] ?? ''}. Chưa có gì mất. In riêng từng số.`,
} satisfies Record<string, MessageText>;

export const certificationProblems = {
  requesterMissing: 'Ghi họ tên người yêu cầu, hoặc quét thẻ.',
  kindMissing: 'Ghi tên giấy tờ.',
  pagesInvalid: (params: MessageParams) => `Số trang là số nguyên từ 1 đến ${params['limit'] ?? ''}.`,
  copiesInvalid: (params: MessageParams) => `Số bản là số nguyên từ 1 đến ${params['limit'] ?? ''}.`,
  papersMissing: 'Ghi ít nhất một giấy tờ.',
  papersTooMany: (params: MessageParams) =>
    `Mỗi lượt nhiều nhất ${params['limit'] ?? ''} dòng. Tách thành hai lượt.`,
  attestationPlace:
    'Lời chứng phải nằm gọn trên trang A4: rộng ít nhất 40 mm, cách mép trên nhiều nhất 260 mm.',
  otherDesk: 'Ghi số của quầy nhận, từ 1 đến 99, khác quầy này.',
} satisfies Record<string, MessageText>;
