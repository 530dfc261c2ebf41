import type { MessageParams, MessageText } from '../../text/problem.ts';

const problems = {
  feeUnknown: 'Khoản này không có trong thủ tục. Bỏ dòng này, hoặc ghi thành khoản khác.',
  feeLabelMissing: 'Ghi tên khoản thu.',
  amountMissing: 'Ghi số tiền của khoản thu này.',
  amountInvalid: 'Số tiền phải là số nguyên đồng, lớn hơn 0.',
  amountTooLarge: 'Số tiền lớn quá mức có thể. Xem lại các chữ số 0.',
  amountDiffers: (params: MessageParams) =>
    `Mức theo quy định là ${params['expected'] ?? ''}. Để trống ô này để lấy đúng mức, hoặc cập nhật danh mục.`,
  amountWithoutDecision: 'Mức này chưa ghi số nghị quyết của tỉnh. Ghi một lần, các hồ sơ sau tự điền.',
  quantityInvalid: 'Số lượng phải là số nguyên từ 0 đến 10.000.',
  quantityMissing: 'Ghi số lượng để tính lệ phí.',
  exemptionUnknown: 'Diện miễn này không áp dụng cho khoản thu. Chọn lại diện miễn.',
} satisfies Record<string, MessageText>;

export const fees = {
  problems,
  states: {
    known: 'Phải thu',
    toBeSet: 'Theo mức của tỉnh, chưa nhập',
    exempt: 'Được miễn',
    free: 'Không thu',
  },
  types: { PHI: 'Phí', LE_PHI: 'Lệ phí' },
  /** A paper in the list of certified copies, as its line on the receipt. */
  certified: ({ label, name, pages }: { label: string; name: string; pages: number }) =>
    name === '' ? `${label} (${pages} trang)` : `${label}: ${name} (${pages} trang)`,
  none: 'Không thu phí, lệ phí',
  total: 'Tổng cộng',
  inWords: 'Bằng chữ',
  partial: 'Chưa gồm khoản theo mức của tỉnh',
};
