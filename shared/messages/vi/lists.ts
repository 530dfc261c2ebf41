/** Papers over several dossiers. What a form itself says is in its template (assets/forms). */
export const lists = {
  names: {
    handOverList: 'Danh sách bàn giao hồ sơ',
    resultList: 'Danh sách bàn giao kết quả',
    returnList: 'Danh sách trả kết quả',
    readyList: 'Danh sách gọi báo kết quả',
    jointReceipt: 'Giấy tiếp nhận chung nhiều hồ sơ',
  },
  /** Why a dossier has no place on a list. */
  unfit: {
    notAccepted: 'hồ sơ này chưa được tiếp nhận',
    notHandedOver: 'hồ sơ này đang ở quầy, chưa giao cho ai',
    otherHolder: 'hồ sơ này không cùng bên giao, bên nhận với hồ sơ đầu tiên',
    noResult: 'hồ sơ này chưa có kết quả chờ trả',
    notReturned: 'hồ sơ này chưa trả kết quả',
    otherRecipient: 'người nhận kết quả không phải là người nhận của hồ sơ đầu tiên',
    otherSubmitter: 'người nộp không phải là người nộp của hồ sơ đầu tiên',
    otherDay: 'hồ sơ này không nhận cùng ngày với hồ sơ đầu tiên',
    ended: 'hồ sơ này đã kết thúc',
  },
  /** The word in which the two copies differ. */
  copies: {
    handOverList: { file: 'Bên giao giữ', citizen: 'Bên nhận giữ' },
    resultList: { file: 'Bên nhận giữ', citizen: 'Bên giao giữ' },
    returnList: { file: 'Lưu', citizen: 'Giao khách hàng' },
    readyList: { file: 'Tại quầy', citizen: 'Tại quầy' },
    jointReceipt: { file: 'Lưu', citizen: 'Giao khách hàng' },
  },
  paper: {
    count: ({ count }: { count: number }) => `Danh sách có ${count} hồ sơ.`,
    clockStands: 'đang dừng tính giờ',
    held: ({ name }: { name: string }) => `${name} (giữ bản chính)`,
  },
  /** Among the papers a clerk may print of what is marked. */
  print: 'In danh sách',
  slips: 'Phiếu kiểm soát của từng hồ sơ (mẫu 06)',
  drawn: 'Danh sách đã in',
  about:
    'Danh sách bàn giao, trả kết quả, gọi báo và giấy tiếp nhận chung đã lập trong kỳ. Mở lại để in bản sao.',
  none: 'Chưa in danh sách nào trong kỳ này.',
  failed: 'Chưa mở được các danh sách',
  number: 'Số',
  list: 'Danh sách',
  at: 'Lúc',
  dossiers: 'Số hồ sơ',
  clerk: 'Người lập',
  outcome: 'Tình trạng in',
  open: 'Mở',
  neverPrinted: 'chưa rõ đã in chưa',
};
