import { certificationScreen } from './certification/screen.ts';

/** Words of the register's papers. What a form itself says is in its template (assets/forms). */
const paper = {
  titles: {
    attestation: 'Lời chứng',
    attestationTest: 'In thử lời chứng',
    certificationFee: 'Phiếu thu phí chứng thực',
    certificationBook: 'Sổ chứng thực bản sao từ bản chính',
    custody: 'Giấy giao sổ chứng thực',
  },
  dateline: ({ day, month, year }: { day: string; month: string; year: string }) =>
    `Ngày ${day} tháng ${month} năm ${year}`,
  testDate: 'Ngày … tháng … năm …',
  testTitle: 'Chức danh người ký',
  testName: 'Họ tên người ký',
  rulers: ({ left, top }: { left: string; top: string }) =>
    `Trang in thử, không có giá trị chứng thực. Đo trên giấy: khung phải cách mép trái ${left} mm, mép trên ${top} mm. Lệch bao nhiêu thì sửa số trong phần Vị trí lời chứng bấy nhiêu. Vạch cách nhau 10 mm, số ghi là khoảng cách tới mép giấy.`,
  counts: ({ pages, copies }: { pages: string; copies: string }) => `${pages} trang × ${copies} bản`,
  numbers: ({ numbers, volume }: { numbers: string; volume: string }) => `${numbers}, quyển số ${volume}`,
  month: ({ month, year }: { month: string; year: string }) => `tháng ${month} năm ${year}`,
  lost: 'nội dung theo bản giấy: dữ liệu khôi phục từ bản sao lưu cũ hơn',
  exempt: ({ reason }: { reason: string }) => `miễn phí: ${reason}`,
  amended: ({ reason, day, clerk }: { reason: string; day: string; clerk: string }) =>
    `sửa ngày ${day} (${clerk}): ${reason}`,
  struck: ({ reason, day, clerk }: { reason: string; day: string; clerk: string }) =>
    `gạch bỏ ngày ${day} (${clerk}): ${reason}`,
  closing: ({
    year,
    first,
    last,
    struck,
    entries,
    copies,
    fees,
  }: {
    year: string;
    first: string;
    last: string;
    struck: string;
    entries: string;
    copies: string;
    fees: string;
  }) =>
    `Khóa sổ năm ${year}: từ số ${first} đến số ${last}, gạch bỏ ${struck}; tổng cộng ${entries} việc chứng thực, ${copies} bản sao, phí ${fees}.`,
};

export const certification = { paper, screen: certificationScreen };
