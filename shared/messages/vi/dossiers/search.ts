/** The search box in the top bar. */
export const search = {
  label: 'Tìm hồ sơ',
  placeholder: 'Quét giấy tiếp nhận, gõ mã, tên, điện thoại, số giấy tờ',
  clear: 'Xóa chữ đang tìm',
  results: 'Hồ sơ tìm thấy',
  taken: {
    receipt: 'Hiểu là giấy tiếp nhận đã quét',
    code: 'Hiểu là mã hồ sơ',
    number: 'Hiểu là số điện thoại hoặc số giấy tờ',
    words: 'Hiểu là tên (không cần dấu)',
  },
  count: (params: { count: number }) => (params.count === 0 ? 'không có hồ sơ nào' : `${params.count} hồ sơ`),
  newest: (params: { count: number }) => `${params.count} hồ sơ mới nhất, gõ thêm để thu hẹp`,
  keys: '↑ ↓ chọn · Enter mở · Esc xóa',
  forgedTitle: 'Mã tra cứu trên giấy không khớp',
  forged:
    'Giấy vừa quét không khớp với hồ sơ lưu tại máy, có thể giấy đã bị sửa hoặc chép lại. Hồ sơ tại máy vẫn nguyên vẹn. Đừng nhận hay trả gì theo giấy này: hãy đối chiếu giấy tờ tùy thân của người cầm giấy trước.',
  nothing: {
    receipt:
      'Máy này chưa có hồ sơ của giấy tiếp nhận vừa quét, có thể giấy do quầy khác cấp. Hãy gõ tên chủ hồ sơ để tìm thêm.',
    code: 'Không có hồ sơ nào mang mã này. Kiểm tra lại từng số trên giấy tiếp nhận, hoặc gõ tên chủ hồ sơ.',
    number: 'Không có hồ sơ nào với số này. Kiểm tra lại từng số, hoặc gõ tên chủ hồ sơ.',
    words: 'Không có hồ sơ nào với tên này. Thử gõ ít chữ hơn, hoặc gõ số điện thoại, số giấy tờ.',
  },
  failed: 'Chưa tìm được',
};
