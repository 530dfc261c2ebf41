import type { SyncFailure, SyncPhase } from '../../contract/sync.ts';
import type { Quarantine } from '../../sync/feed.ts';

/** The line to the province: joining, what waits, what needs a hand. */
export const sync = {
  text: 'Hồ sơ lưu tại máy được gửi về tỉnh khi có mạng. Mất mạng vẫn tiếp nhận bình thường, không mất gì.',
  phases: {
    off: 'Chưa nối',
    connecting: 'Đang gọi máy chủ tỉnh…',
    sending: 'Đang gửi…',
    level: 'Đã gửi hết, đang nghe tin từ tỉnh',
    retrying: 'Chưa liên lạc được, máy tự thử lại',
    stopped: 'Đã dừng gửi, cần người xem',
  },
  failures: {
    offline: 'Không có đường mạng tới máy chủ tỉnh. Máy tự thử lại, không cần làm gì.',
    proxy:
      'Proxy của mạng này không cho qua. Hỏi người quản trị mạng tên và mật khẩu proxy, đặt trong cài đặt mạng của máy; máy tự thử lại.',
    certificateDate:
      'Chứng thư của máy chủ tỉnh không đúng ngày. Xem đồng hồ máy này có đúng ngày giờ không; nếu đúng, gọi người quản trị của tỉnh: chứng thư đã hết hạn.',
    certificateName:
      'Chứng thư của máy chủ mang tên khác. Xem lại địa chỉ máy chủ tỉnh; nếu đúng, gọi người quản trị mạng: có thể mạng chuyển hướng.',
    certificate:
      'Máy này chưa tin nơi cấp chứng thư của máy chủ. Nhờ người quản trị mạng cài chứng thư gốc của tỉnh vào máy; máy tự thử lại.',
    notHub: 'Nơi trả lời không phải máy chủ tỉnh đã nối. Gọi người quản trị mạng xem địa chỉ và proxy.',
    feedAltered: 'Dữ liệu tỉnh gửi về không khớp tổng kiểm. Chưa nhận gì từ đó. Gọi người quản trị của tỉnh.',
    malformed:
      'Máy chủ không đọc được gói gửi đi. Dữ liệu tại máy còn nguyên. Cập nhật phần mềm ở cả hai nơi.',
    codeWrong: 'Mã không đúng, hoặc cấp cho quầy khác. Xem lại mã và số quầy.',
    codeExpired: 'Mã đã hết hạn. Xin tỉnh cấp mã mới.',
    codeUsed: 'Mã đã có máy dùng. Nếu không phải máy này, báo ngay cho tỉnh và xin mã mới.',
    laneTaken:
      'Dải số của quầy này trùng với một quầy khác trong cơ quan. Đổi dải số ở phần Dải số rồi nối lại.',
    deskTaken: 'Số quầy này đang có máy khác dùng. Nhờ tỉnh thu hồi máy cũ rồi nối lại.',
    trialVault: 'Kho tập dùng không được gửi về tỉnh.',
    unknownDesk: 'Máy chủ tỉnh không biết máy này. Gọi người quản trị của tỉnh.',
    revoked: 'Tỉnh đã thu hồi máy này. Hồ sơ tại máy còn nguyên. Gọi người quản trị của tỉnh.',
    sessionOver: 'Phiên đã hết, máy tự mở lại.',
    challengeGone: 'Phiên đã hết, máy tự mở lại.',
    signatureWrong: 'Máy chủ không nhận chữ ký của máy này. Gọi người quản trị của tỉnh.',
    otherHub: 'Máy chủ trả lời không phải máy chủ đã nối. Gọi người quản trị của tỉnh.',
    digestWrong: 'Gói gửi bị hỏng trên đường, máy tự gửi lại.',
    chainBroken:
      'Nhật ký gửi đi không nối với phần tỉnh đang giữ. Kiểm tra nhật ký, rồi gọi người quản trị của tỉnh.',
    parentUnknown: 'Tỉnh chưa có phần trước của nhật ký này. Gọi người quản trị của tỉnh.',
    feedUnknown:
      'Máy chủ tỉnh vừa khôi phục từ bản cũ. Máy này đang trả lại phần tỉnh đã mất, rồi tự gửi tiếp.',
    fileUnknown: 'Tỉnh chưa nhận dòng nhật ký nói về tệp này, máy gửi lại sau.',
    tooMany: 'Gửi quá nhiều lần trong một phút, máy tự chờ rồi gửi lại.',
    notAllowed: 'Máy chủ tỉnh không cho làm việc này. Gọi người quản trị của tỉnh.',
    ahead: 'Phần trước chưa tới nơi, máy tự gửi lại.',
    fork: 'Kho của máy này có hai nhánh (đã sao chép hoặc khôi phục). Không mất gì. Gọi người quản trị của tỉnh.',
    tooLarge: 'Gói quá lớn, máy tự chia nhỏ.',
    unconfirmed: 'Đang gửi được; chờ người quản trị của tỉnh so vân tay khóa và xác nhận máy này.',
    busy: 'Máy chủ tỉnh đang bận, máy tự thử lại.',
  } satisfies Record<SyncFailure, string>,
  join: {
    title: 'Nối máy này với tỉnh',
    text: 'Xin tỉnh một mã nối máy (dùng một lần, trong vài giờ), rồi nhập dưới đây.',
    url: 'Địa chỉ máy chủ tỉnh',
    urlExample: 'https://…',
    code: 'Mã nối máy',
    now: 'Nối với tỉnh',
    adminOnly: 'Chỉ quản trị viên nối được máy với tỉnh.',
    trial: 'Đây là kho tập dùng: không bao giờ gửi về tỉnh.',
  },
  facts: {
    hub: 'Máy chủ tỉnh',
    fingerprint: 'Vân tay khóa của máy này',
    state: 'Tình trạng',
    waiting: 'Chờ gửi',
    title: 'Đường truyền',
    waitingIs: (params: { dossiers: string; acts: string; age: string }) =>
      `${params.acts} việc của ${params.dossiers} hồ sơ, lâu nhất ${params.age}`,
    waitingInOffice: (params: { acts: string; age: string }) =>
      `${params.acts} việc của cơ quan, lâu nhất ${params.age}`,
    nothing: 'Không có gì chờ',
    accepted: 'Tỉnh đã nhận',
    acceptedIs: (params: { own: string; others: string }) =>
      `${params.own} việc của máy này, ${params.others} việc của các quầy khác`,
    keptAside: 'Tỉnh giữ riêng',
    keptAsideIs: (params: { count: string }) => `${params.count} việc của máy này, chưa vào hồ sơ ở tỉnh`,
    files: 'Tệp đính kèm',
    filesAre: (params: { count: string }) => `${params.count} tệp chờ gửi, đi sau hồ sơ`,
    contact: 'Liên lạc gần nhất',
    never: 'Chưa lần nào',
    clock: 'Đồng hồ máy này',
    clockRight: 'Khớp với đồng hồ tỉnh',
    clockFast: (params: { age: string }) => `Nhanh ${params.age} so với tỉnh: chỉnh lại ngày giờ của máy`,
    clockSlow: (params: { age: string }) => `Chậm ${params.age} so với tỉnh: chỉnh lại ngày giờ của máy`,
  },
  /** While the province has yet to confirm this PC: it sends, and reads nothing. */
  confirming: {
    state: 'Đang gửi được, chờ tỉnh xác nhận máy này',
    hint: 'Đọc vân tay khóa này cho người quản trị của tỉnh qua điện thoại. Khớp thì tỉnh xác nhận, và máy bắt đầu thấy hồ sơ của các quầy khác.',
  },
  newest: (params: { version: string }) =>
    `Đã có bản phần mềm mới ${params.version}. Nhờ quản trị viên cài khi hết khách; hồ sơ và số đã cấp giữ nguyên.`,
  rejoin:
    'Nếu máy này được thay cho máy cũ, xin tỉnh mã nối máy mới rồi nhập dưới đây. Hồ sơ tại máy còn nguyên.',
  sendNow: 'Gửi ngay',
  progress: {
    sent: (params: { sent: string; total: string }) => `Đã gửi ${params.sent} trên ${params.total} việc`,
    left: (params: { age: string }) => `còn ${params.age}`,
  },
  items: {
    needTitle: 'Cần xử lý',
    waitTitle: 'Đang chờ',
    none: 'Không có gì chờ gửi, không có gì cần xử lý.',
    since: (params: { age: string }) => `chờ ${params.age}`,
    more: (params: { count: string }) => `Và ${params.count} mục nữa, hiện ra khi các mục trên đã gửi.`,
    open: 'Mở hồ sơ',
    settle: 'Đã báo tỉnh',
    office: 'Việc của cơ quan (cán bộ, giờ làm việc, cài đặt)',
    waiting: (params: { count: number }) => `${params.count} việc chưa gửi`,
    held: (params: { count: number }) => `${params.count} việc tỉnh đã giữ, chưa vào sổ chung`,
    until: {
      off: 'Gửi khi máy đã nối với tỉnh.',
      connecting: 'Đang gọi máy chủ tỉnh.',
      sending: 'Đang trên đường gửi.',
      level: 'Gửi ngay trong giây lát.',
      retrying: 'Tự gửi khi có đường truyền, không cần làm gì.',
      stopped: 'Đang dừng gửi: xem lý do ở đầu trang.',
    } satisfies Record<SyncPhase, string>,
    turn: 'Đang tới lượt, không cần làm gì.',
    confirming: 'Vào sổ chung khi tỉnh xác nhận máy này.',
    aside: {
      why: 'Tỉnh giữ riêng việc này, chưa đưa vào hồ sơ.',
      next: 'Đọc mã hồ sơ cho người quản trị của tỉnh, rồi nhấn Đã báo tỉnh.',
    },
    unverified: {
      why: 'Việc của quầy khác không kiểm được chữ ký, chưa đưa vào hồ sơ.',
      next: 'Hỏi quầy đã làm việc này và báo người quản trị của tỉnh, rồi nhấn Đã báo tỉnh.',
    },
    reasons: {
      signatureWrong: {
        why: 'Tỉnh chưa nhận: chữ ký không khớp.',
        next: 'Chạy Kiểm tra nhật ký ở máy này, báo kết quả cho người quản trị của tỉnh, rồi làm lại việc này.',
      },
      signerUnknown: {
        why: 'Tỉnh chưa nhận: chưa biết người ký.',
        next: 'Báo người quản trị của tỉnh. Người đã làm đăng nhập và làm lại việc này.',
      },
      hashWrong: {
        why: 'Tỉnh chưa nhận: nội dung không khớp mã băm, có thể đĩa bị lỗi.',
        next: 'Chạy Kiểm tra nhật ký ở máy này, sao lưu ngay, rồi báo người quản trị của tỉnh.',
      },
      otherDesk: {
        why: 'Tỉnh chưa nhận: ghi tên cơ quan hoặc quầy khác.',
        next: 'Xem mã cơ quan và số quầy ở phần Cơ quan, rồi báo người quản trị của tỉnh.',
      },
      otherOffice: {
        why: 'Tỉnh chưa nhận: hồ sơ này do cơ quan khác tiếp nhận.',
        next: 'Gọi cơ quan đã tiếp nhận hồ sơ, họ làm việc này; rồi nhấn Đã báo tỉnh.',
      },
      headerUnreadable: {
        why: 'Tỉnh chưa nhận: không đọc được.',
        next: 'Cập nhật phần mềm ở máy này, rồi báo người quản trị của tỉnh.',
      },
    } satisfies Record<Quarantine, { why: string; next: string }>,
  },
  foreign: {
    title: 'Tệp của quầy khác',
    text: (params: { count: string }) =>
      `${params.count} tệp quầy khác đã nhận, chưa có trên máy này. Tải tệp nào cần xem; không tải cũng không mất.`,
    fetch: 'Tải tệp',
  },
  carry: {
    title: 'Mang bằng USB khi mất mạng lâu ngày',
    text: 'Gói trên USB được mã hóa: chỉ máy chủ tỉnh mở được. Mất USB không lộ gì và không mất gì.',
    steps: [
      'Cắm USB vào máy này, nhấn “Ghi ra USB”.',
      'Mang USB tới quầy có mạng, ở đó nhấn “Gửi hộ quầy khác”; hoặc đưa cho người quản trị của tỉnh.',
      'Mang USB có giấy báo nhận (.quaynhan) về, nhấn “Nhận giấy báo”. Tới bước này tỉnh mới được tính là đã nhận.',
    ],
    acts: { pack: 'Ghi ra USB', relay: 'Gửi hộ quầy khác', takeBack: 'Nhận giấy báo' },
    done: {
      pack: (params: { rows: string; files: string; file: string }) =>
        `Đã ghi ${params.rows} việc và ${params.files} tệp vào ${params.file}. Rút USB an toàn rồi mang đi. Các việc vẫn ở trạng thái chờ gửi.`,
      relay: (params: { rows: string; files: string; file: string }) =>
        `Tỉnh đã nhận ${params.rows} gói và ${params.files} tệp. Mang giấy báo ${params.file} về quầy đã gửi.`,
      takeBack: (params: { rows: string; files: string; file: string }) =>
        `Tỉnh đã nhận thêm ${params.rows} việc và ${params.files} tệp của máy này.`,
    },
    refused: 'Tỉnh chưa nhận hết gói.',
    refusedThere: (params: { count: number }) =>
      `${params.count} phần chưa nhận. Vẫn mang giấy báo về: ở quầy đã ghi gói, máy nói rõ vì sao.`,
  },
  closing: {
    title: (params: { count: string }) => `Còn ${params.count} mục chờ gửi về tỉnh`,
    text: 'Mọi thứ đã lưu trên máy này, không mất gì, và tự gửi khi mở lại.',
    stay: 'Nếu có mạng, để máy mở thêm ít phút là gửi hết.',
    wait: 'Ở lại và gửi ngay',
    close: 'Đóng',
  },
};
