import { businessOf, findEnding, nationalState } from '../../shared/dossier/acts/axes.ts';
import type { ComponentFrozen, FeeFrozen } from '../../shared/dossier/events.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { isTaken } from '../../shared/dossier/state.ts';
import type { DossierState, SupplementRound, Taken } from '../../shared/dossier/state.ts';
import { stateWith } from '../dossier-life.ts';
import type { LifeEvent } from '../dossier-life.ts';
import type { ServiceInfo } from './adapter.ts';
import { cut, stampOf } from './documents.ts';
import type {
  DossierRecord,
  FeeLine,
  ProgressRow,
  ResultPaper,
  SubmittedPaper,
  SupplementDocument,
} from './documents.ts';

/** The link a file is fetched by; undefined while it has not come up to the province. */
export type LinkTo = (sha256: string) => string | undefined;

const papersOf = (components: readonly ComponentFrozen[], linkTo: LinkTo): SubmittedPaper[] =>
  components.flatMap(({ name, files }) =>
    files.flatMap(({ hash, name: fileName }): SubmittedPaper[] => {
      const link = linkTo(hash);
      if (link === undefined) return [];
      return [
        {
          TepDinhKemId: hash,
          TenTepDinhKem: cut(fileName === '' ? name : fileName, 4_000),
          IsDeleted: 'False',
          MaThanhPhanHoSo: '',
          DuongDanTaiTepTin: link,
          DuocSoHoa: '1',
          DuocTaiSuDung: '0',
          DuocLayTuKhoDMQG: '0',
          MaKetQuaThayThe: '',
        },
      ];
    }),
  );

/** What was owed and is known; "set later" is no amount. '1' a charge (phí), '2' a fee (lệ phí). */
const feesOf = (lines: readonly FeeFrozen[]): FeeLine[] =>
  lines.flatMap(({ label, total, type }) =>
    total === null
      ? []
      : [
          {
            TenPhiLePhi: label,
            MaPhiLePhi: '1',
            HinhThucThu: '1',
            Gia: String(total),
            LoaiPhiLePhi: type === 'PHI' ? '1' : '2',
          },
        ],
  );

const supplementOf = (
  { asked, received }: SupplementRound,
  state: DossierState,
  linkTo: LinkTo,
): SupplementDocument => {
  const brought = state.brought.find(({ event }) => event === received);
  const missing = asked.missing.map(({ name, what }) => (what === '' ? name : `${name}: ${what}`)).join('; ');
  return {
    HoSoBoSungId: asked.round,
    NguoiYeuCauBoSung: asked.clerkName,
    NoiDungBoSung: missing === '' ? asked.reason : missing,
    NgayBoSung: stampOf(asked.at),
    NguoiTiepNhanBoSung: brought?.clerkName ?? '',
    ThongTinTiepNhan: brought?.note ?? '',
    NgayTiepNhanBoSung: brought ? stampOf(brought.at) : '',
    TrangThaiBoSung: brought !== undefined,
    DanhSachGiayToBoSung: brought ? papersOf(brought.components, linkTo) : [],
    DanhSachLePhiBoSung: [],
    NgayHenTraTruoc: stampOf(asked.dueAt),
    NgayHenTraMoi: brought ? stampOf(brought.deadline.dueAt) : '',
  };
};

const resultOf = (
  files: readonly AttachmentRef[],
  { resultCode }: ServiceInfo,
  linkTo: LinkTo,
): ResultPaper[] =>
  files.flatMap(({ hash, name }) => {
    const link = linkTo(hash);
    return link === undefined
      ? []
      : [
          {
            TenGiayTo: cut(name, 2_000),
            MaThanhPhanHoSo: '',
            GiayToId: hash,
            DuongDanTepTinKetQua: link,
            MaGiayToKetQua: resultCode,
          },
        ];
  });

/** A number the exchange knows a person by: 12 digits, or 9; else the stand-in other systems send. */
const identityOf = (number: string): DossierRecord['DinhDanhCHS'] => {
  if (/^\d{12}$/u.test(number)) return [{ LoaiDinhDanh: '1', SoDinhDanh: number }];
  return [{ LoaiDinhDanh: '2', SoDinhDanh: /^\d{9}$/u.test(number) ? number : '000000001' }];
};

/** Every file the record would name. */
export const filesOf = (state: Taken): string[] => [
  ...[...state.accepted.components, ...state.brought.flatMap(({ components }) => components)].flatMap(
    ({ files }) => files.map(({ hash }) => hash),
  ),
  ...(state.result?.files ?? []).map(({ hash }) => hash),
];

/** The dossier as DongBoHoSoMC tells it. */
export const recordOf = (state: Taken, service: ServiceInfo, linkTo: LinkTo): DossierRecord => {
  const { accepted, particulars, clock, result } = state;
  const { owner, submitter, delivery } = particulars;
  const ending = findEnding(state);
  const returned = state.returns.find(({ event }) => event === ending?.event);
  const first = state.results.find(({ event }) => !state.overruled.includes(event));
  const endedAt = first?.at ?? ending?.at;
  const papers = papersOf(accepted.components, linkTo);
  return {
    MaHoSo: accepted.code,
    MaTTHC: accepted.procedure.code,
    TenTTHC: service.name,
    MaLinhVuc: service.fieldCode,
    TenLinhVuc: service.fieldName,
    KenhThucHien: accepted.channel === 'online' ? '2' : '1',
    SoBienNhan: '',
    ChuHoSo: cut(owner.name, 500),
    SoGiayToChuHoSo: cut(owner.idNumber, 100),
    LoaiDoiTuong: owner.kind === 'person' ? '1' : '2',
    MaDoiTuong: null,
    DinhDanhCHS: identityOf(owner.idNumber),
    ThongTinKhac: '',
    Email: cut(submitter.email, 100),
    Fax: '',
    SoDienThoai: cut(submitter.phone, 50),
    TrichYeuHoSo: cut(accepted.procedure.name, 1_000),
    NgayNopHoSo: stampOf(accepted.filedAt ?? accepted.receivedAt),
    NgayTiepNhan: stampOf(accepted.receivedAt),
    NgayHenTra: stampOf(clock.deadline.dueAt),
    TrangThaiHoSo: String(nationalState(businessOf(state))),
    NgayTra: returned ? stampOf(returned.at) : '',
    ThongTinTra: returned ? returned.to.name : '',
    HinhThuc: delivery.method === 'post' ? '1' : '0',
    NgayKetThucXuLy: endedAt === undefined ? '' : stampOf(endedAt),
    NgayTuChoi: null,
    DonViXuLy: accepted.procedure.agency === '' ? accepted.office.name : accepted.procedure.agency,
    GhiChu: cut(accepted.note, 500),
    NoiNopHoSo: '2',
    HoSoCoThanhPhanSoHoa: papers.length > 0 ? '1' : '0',
    TaiKhoanDuocXacThucVoiVNeID: '0',
    DuocThanhToanTrucTuyen: '0',
    TaiLieuNop: papers,
    DanhSachLePhi: feesOf(state.money.lines),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: state.rounds.map((round) => supplementOf(round, state, linkTo)),
    DanhSachGiayToKetQua: result ? resultOf(result.files, service, linkTo) : [],
  };
};

/** Acts that are steps of the dossier's way, in the words of the exchange. */
const steps: Readonly<Record<string, string>> = {
  dossierAccepted: 'Tiếp nhận hồ sơ',
  handedOver: 'Chuyển xử lý',
  takenBack: 'Nhận lại hồ sơ',
  supplementsRequested: 'Yêu cầu bổ sung giấy tờ',
  supplementsReceived: 'Nhận giấy tờ bổ sung',
  deadlineExtended: 'Xin lỗi và hẹn lại ngày trả kết quả',
  processingStopped: 'Dừng giải quyết hồ sơ',
  dossierWithdrawn: 'Công dân rút hồ sơ',
  resultArrived: 'Kết thúc xử lý hồ sơ',
  resultReturned: 'Trả kết quả',
};
export const isStep = (type: string): boolean => Object.hasOwn(steps, type);

/** Acts that change nothing of what is reported. */
const silent = new Set([
  'paperPrinted',
  'citizenNotified',
  'paperFileStored',
  'receiptReportedLost',
  'paperFiled',
  'paperSigned',
  'signatureStamped',
  'papersHandedBack',
  'feeReceiptRecorded',
  'transferClaimed',
]);
export const isReported = (type: string): boolean => !silent.has(type);

/** The step taken at a place of the dossier's life, as CapNhatTienDoHoSoMC tells it; undefined when there was none. */
export const stepAt = (life: readonly LifeEvent[], position: number): ProgressRow | undefined => {
  const at = life.find((one) => one.position === position);
  const state = stateWith(life, (one) => one.position <= position);
  if (!at || !state || !isTaken(state)) return undefined;
  const words = steps[at.placed.event.type];
  if (words === undefined) return undefined;
  const move = state.moves.find(({ event }) => event === at.placed.id);
  const unit = move && 'to' in move ? move.to.unit : '';
  const { payload } = at.placed.event;
  const clerk =
    typeof payload === 'object' && payload !== null && 'clerkName' in payload
      ? String(payload.clerkName)
      : '';
  return {
    MaHoSo: state.accepted.code,
    NguoiXuLy: cut(clerk, 50),
    ChucDanh: '',
    ThoiDiemXuLy: stampOf(at.placed.at),
    PhongBanXuLy: unit === '' ? state.accepted.office.name : unit,
    NoiDungXuLy: unit === '' ? words : `${words}: ${unit}`,
    TrangThai: String(nationalState(businessOf(state))),
    NgayBatDau: '',
    NgayKetThucTheoQuyDinh: stampOf(state.clock.deadline.dueAt),
  };
};
