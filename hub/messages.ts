/** Words of the hub's own pages: Vietnamese is the source, English has the same shape. */
export const vi = {
  lookup: {
    title: 'Tra cứu hồ sơ',
    other: 'English',
    label: 'Mã hồ sơ trên giấy tiếp nhận',
    hint: 'Ví dụ: H55.242-261129-0001. Quét mã QR trên giấy thì không phải nhập. Muốn nhập cả khóa: mã hồ sơ, dấu chấm, rồi 20 chữ và số của khóa.',
    ask: 'Tra cứu',
    state: {
      accepted: 'Đã tiếp nhận, đang chờ xử lý',
      processing: 'Đang giải quyết',
      awaitingSupplements: 'Đang chờ bổ sung giấy tờ',
      resultReady: 'Đã có kết quả, mời đến nhận',
      returned: 'Đã trả kết quả',
      withdrawn: 'Đã rút hồ sơ',
      stopped: 'Đã dừng giải quyết',
      guided: 'Cần bổ sung giấy tờ để được tiếp nhận',
      refused: 'Không được tiếp nhận',
    },
    code: 'Mã hồ sơ',
    procedure: 'Thủ tục',
    received: 'Tiếp nhận lúc',
    due: 'Hẹn trả lúc',
    office: 'Nơi nhận',
    phone: 'Điện thoại',
    notYet: (call: string) =>
      `Giấy hợp lệ, hồ sơ chưa được gửi lên tỉnh vì nơi nhận đang mất mạng. Gọi ${call}`,
    unknown: 'Không tìm thấy hồ sơ này.',
    unknownNext: (call: string) =>
      `Xem lại mã trên giấy tiếp nhận. Nếu vừa nộp, quét mã QR trên giấy, hoặc gọi ${call}`,
    otherKey: 'Khóa trên giấy không khớp với mã hồ sơ.',
    otherKeyNext: (call: string) =>
      `Quét lại mã QR. Nếu vẫn không khớp, mang giấy đến nơi nhận hoặc gọi ${call}`,
    unreadable: 'Đây không phải mã hồ sơ.',
    unreadableNext: 'Mã có dạng H55.242-261129-0001, in dưới mã QR trên giấy tiếp nhận.',
    tooMany: 'Đã tra cứu quá nhiều lần.',
    tooManyNext: 'Xin chờ một phút rồi thử lại.',
    failed: 'Máy chủ đang bận.',
    failedNext: 'Hồ sơ vẫn an toàn. Xin thử lại sau ít phút.',
    numberOnPaper: 'số điện thoại in trên giấy.',
    privacy: 'Trang này không hiện tên, số giấy tờ hay địa chỉ, và không theo dõi người dùng.',
  },
};

export type HubWords = typeof vi;

export const en: HubWords = {
  lookup: {
    title: 'Find a dossier',
    other: 'Tiếng Việt',
    label: 'Dossier code on the receipt',
    hint: 'For example H55.242-261129-0001. With the QR code of the receipt nothing need be typed. To type the key too: the code, a full stop, then the key’s 20 letters and digits.',
    ask: 'Look up',
    state: {
      accepted: 'Received, waiting to be worked on',
      processing: 'Being worked on',
      awaitingSupplements: 'Waiting for missing papers',
      resultReady: 'The result is ready, please come for it',
      returned: 'Result handed over',
      withdrawn: 'Withdrawn',
      stopped: 'Stopped',
      guided: 'Papers are needed before it can be received',
      refused: 'Not received',
    },
    code: 'Dossier code',
    procedure: 'Procedure',
    received: 'Received',
    due: 'Result due',
    office: 'Received by',
    phone: 'Telephone',
    notYet: (call) =>
      `The receipt is genuine; the dossier has not reached the province because the office is without a line. Call ${call}`,
    unknown: 'This dossier was not found.',
    unknownNext: (call) =>
      `Check the code on the receipt. If it was handed in just now, scan the receipt’s QR code, or call ${call}`,
    otherKey: 'The key on the paper does not belong to this code.',
    otherKeyNext: (call) =>
      `Scan the QR code again. If it still fails, take the paper to the office or call ${call}`,
    unreadable: 'This is no dossier code.',
    unreadableNext: 'A code looks like H55.242-261129-0001; it is printed below the QR code of the receipt.',
    tooMany: 'Too many look-ups.',
    tooManyNext: 'Please wait a minute, then try again.',
    failed: 'The server is busy.',
    failedNext: 'The dossier is safe. Please try again in a few minutes.',
    numberOnPaper: 'the telephone number printed on the receipt.',
    privacy: 'This page shows no name, document number or address, and follows nobody.',
  },
};

export const wordsIn = (language: 'vi' | 'en'): HubWords => (language === 'vi' ? vi : en);
