/** F7: "hồ sơ của tôi đến đâu rồi?" */
export const whereIs = {
  title: 'Hồ sơ đến đâu rồi?',
  label: 'Quét giấy tiếp nhận hoặc thẻ căn cước, gõ mã, tên, số điện thoại',
  hint: 'Quét giấy tiếp nhận hoặc thẻ căn cước của người hỏi; không có thì gõ mã, tên (không cần dấu), số điện thoại. Việc đang làm dở vẫn ở nguyên chỗ cũ.',
  keys: '↑ ↓ chọn · Enter trả lời · Esc đóng',
  say: 'Nói với người dân',
  standing: 'Tình trạng',
  open: 'Mở hồ sơ (Enter)',
  another: 'Hỏi hồ sơ khác: quét hoặc gõ tiếp.',
  lost: 'Giấy tiếp nhận của hồ sơ này đã được báo mất. Đối chiếu căn cước trước khi nói.',
  cardUnreadable: 'Chưa đọc được thẻ vừa quét. Quét lại, hoặc gõ số định danh.',
  failed: 'Chưa mở được hồ sơ',
};
