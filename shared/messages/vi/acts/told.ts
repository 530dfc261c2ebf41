type Text = (params: Record<string, string>) => string;

const parted = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

/** What each act did, in a line of the dossier's history; numbers, dates and money come ready to be read. */
export const told = {
  supplementsRequested: (p) =>
    parted(
      `Phiếu ${p['slip']}, lần thứ ${p['round']}`,
      p['respondBy'] && `bổ sung trước ${p['respondBy']}`,
      p['late'],
    ),
  supplementsReceived: (p) => `${p['papers']} giấy tờ, hẹn trả mới ${p['dueAt']}`,
  handedOver: (p) => parted(`Cho ${p['unit']}`, p['person'], `phiếu ${p['slip']}, lần giao ${p['step']}`),
  takenBack: (p) => `Từ ${p['unit']}: ${p['reason']}`,
  deadlineExtended: (p) => parted(`Văn bản ${p['slip']}`, `hẹn lại ${p['dueAt']}`, p['late']),
  processingStopped: (p) => `Thông báo ${p['slip']}`,
  dossierWithdrawn: (p) => parted(`Cho ${p['to']}`, p['originals']),
  resultArrived: (p) => parted(p['approved'], `số ${p['result']} ngày ${p['date']}`, p['summary']),
  citizenNotified: (p) => parted(p['how'], p['reached']),
  resultReturned: (p) =>
    parted(`Cho ${p['to']}`, p['way'], parted(p['shown'], p['shownNumber']), p['originals']),
  papersHandedBack: (p) => parted(`Cho ${p['to']}`, p['shown'], p['shownNumber'], p['originals']),
  paperFileStored: (p) => p['place'] ?? '',
  dossierCorrected: (p) => `${p['fields']}: “${p['before']}” thành “${p['after']}”. ${p['reason']}`,
  conflictClosed: (p) => p['ruling'] ?? '',
  receiptReportedLost: (p) => `Người báo: ${p['by']}`,
  feeCollected: (p) =>
    parted(p['amount'], `phiếu thu ${p['slip']}`, p['receipt'] && `biên lai số ${p['receipt']}`),
  transferClaimed: (p) => p['amount'] ?? '',
  transferMatched: (p) => parted(p['amount'], p['reference']),
  feeExempted: (p) => `${p['label']}: ${p['ground']}`,
  feeRefunded: (p) => p['amount'] ?? '',
  feeReceiptRecorded: (p) => `Biên lai số ${p['receipt']}`,
  feeAmountSet: (p) => `${p['label']}: ${p['amount']}`,
  resultSubmitted: (p) =>
    parted(`Lần ${p['round']}, trình ${p['person']} (${p['unit']})`, p['signing'], p['summary']),
  resultSentBack: (p) => p['reason'] ?? '',
  resultNumbered: (p) => parted(`Số ${p['result']} ngày ${p['date']}`, p['signer'] && `${p['signer']} ký`),
  paperFiled: (p) => `“${p['file']}”`,
  paperSigned: (p) => parted(`“${p['file']}”`, p['signer'], p['place'], p['software']),
  signatureStamped: (p) => parted(`“${p['file']}”`, p['stampedAt']),
} satisfies Record<string, Text>;

/** Words a history line fills in. */
export const toldParts = {
  countsAsLate: 'hồ sơ tính là trễ hạn',
  tooLate: 'khi đã quá ngày hẹn',
  signedAs: { person: 'chữ ký cá nhân', agency: 'dấu cơ quan', copy: 'ký bản sao' },
  signingBy: { token: 'ký số', paper: 'ký trên giấy' },
  softwareToken: 'chứng thư trong tệp',
  approved: 'Giải quyết',
  refused: 'Không giải quyết',
  reached: 'đã gặp',
  notReached: 'chưa gặp',
  originals: (params: { count: number }) => (params.count === 0 ? '' : `trả ${params.count} bản chính`),
  fields: {
    name: 'họ tên',
    idKind: 'loại giấy tờ',
    idNumber: 'số giấy tờ',
    birthDate: 'ngày sinh',
    sex: 'giới tính',
    address: 'địa chỉ',
    phone: 'điện thoại',
    email: 'thư điện tử',
    relation: 'tư cách nộp thay',
    'delivery.method': 'cách nhận kết quả',
    'delivery.address': 'địa chỉ nhận',
  },
  of: { owner: 'chủ hồ sơ', submitter: 'người nộp' },
};
