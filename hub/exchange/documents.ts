import * as z from 'zod';

/**
 * The two documents of the national exchange as they are written down (assets/exchange/dossier-exchange.json): everything a string but the
 * few counts and one boolean; instants `yyyyMMddHHmmss` in Viet Nam's time, '' when absent.
 */

export interface SubmittedPaper {
  TepDinhKemId: string;
  TenTepDinhKem: string;
  IsDeleted: 'True' | 'False';
  MaThanhPhanHoSo: string;
  DuongDanTaiTepTin: string;
  DuocSoHoa: '0' | '1';
  DuocTaiSuDung: '0' | '1' | '2';
  DuocLayTuKhoDMQG: '0' | '1';
  MaKetQuaThayThe: string;
}

export interface FeeLine {
  TenPhiLePhi: string;
  MaPhiLePhi: string;
  HinhThucThu: string;
  Gia: string;
  LoaiPhiLePhi: string;
}

export interface SupplementDocument {
  HoSoBoSungId: number;
  NguoiYeuCauBoSung: string;
  NoiDungBoSung: string;
  NgayBoSung: string;
  NguoiTiepNhanBoSung: string;
  ThongTinTiepNhan: string;
  NgayTiepNhanBoSung: string;
  TrangThaiBoSung: boolean;
  DanhSachGiayToBoSung: SubmittedPaper[];
  DanhSachLePhiBoSung: FeeLine[];
  NgayHenTraTruoc: string;
  NgayHenTraMoi: string;
}

export interface ResultPaper {
  TenGiayTo: string;
  MaThanhPhanHoSo: string;
  GiayToId: string;
  DuongDanTepTinKetQua: string;
  MaGiayToKetQua: string;
}

/** DongBoHoSoMC. */
export interface DossierRecord {
  MaHoSo: string;
  MaTTHC: string;
  TenTTHC: string;
  MaLinhVuc: string;
  TenLinhVuc: string;
  KenhThucHien: '1' | '2' | '3';
  SoBienNhan: string;
  ChuHoSo: string;
  SoGiayToChuHoSo: string;
  LoaiDoiTuong: '1' | '2' | '3' | '4';
  MaDoiTuong: null;
  DinhDanhCHS: { LoaiDinhDanh: '1' | '2'; SoDinhDanh: string }[];
  ThongTinKhac: string;
  Email: string;
  Fax: string;
  SoDienThoai: string;
  TrichYeuHoSo: string;
  NgayNopHoSo: string;
  NgayTiepNhan: string;
  NgayHenTra: string;
  TrangThaiHoSo: string;
  NgayTra: string;
  ThongTinTra: string;
  HinhThuc: '0' | '1';
  NgayKetThucXuLy: string;
  NgayTuChoi: null;
  DonViXuLy: string;
  GhiChu: string;
  NoiNopHoSo: '1' | '2';
  HoSoCoThanhPhanSoHoa: '0' | '1';
  TaiKhoanDuocXacThucVoiVNeID: '0' | '1';
  DuocThanhToanTrucTuyen: '0' | '1' | '2' | '3';
  TaiLieuNop: SubmittedPaper[];
  DanhSachLePhi: FeeLine[];
  DanhSachTepDinhKemKhac: never[];
  DanhSachHoSoBoSung: SupplementDocument[];
  DanhSachGiayToKetQua: ResultPaper[];
}

/** CapNhatTienDoHoSoMC. */
export const progressRow = z.object({
  MaHoSo: z.string(),
  NguoiXuLy: z.string(),
  ChucDanh: z.string(),
  ThoiDiemXuLy: z.string(),
  PhongBanXuLy: z.string(),
  NoiDungXuLy: z.string(),
  TrangThai: z.string(),
  NgayBatDau: z.string(),
  NgayKetThucTheoQuyDinh: z.string(),
});
export type ProgressRow = z.infer<typeof progressRow>;

/** A record as a look-up gives it back: whatever fields the other end lists. */
export const recordedDossier = z.looseObject({ MaHoSo: z.string() });
export type RecordedDossier = z.infer<typeof recordedDossier>;

const two = (number: number): string => String(number).padStart(2, '0');
const offsetMs = 7 * 3_600_000;

/** An instant as the exchange writes it. */
export const stampOf = (at: number): string => {
  const local = new Date(at + offsetMs);
  const date = `${local.getUTCFullYear()}${two(local.getUTCMonth() + 1)}${two(local.getUTCDate())}`;
  return `${date}${two(local.getUTCHours())}${two(local.getUTCMinutes())}${two(local.getUTCSeconds())}`;
};

/** Longest texts of the documents, in characters. */
export const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('');

/** As text, nothing being '' whatever its dress; without links, which are made anew each time they are sent. */
const comparable = (value: unknown): string =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)
    ? '""'
    : JSON.stringify(value, (name, inner: unknown) => (name.startsWith('DuongDan') ? '' : inner));

/** Whether the other end holds what was sent: every field it gives back reads the same. */
export const sameRecord = (sent: DossierRecord, held: RecordedDossier): boolean =>
  Object.entries(sent)
    .filter(([name]) => name in held)
    .every(([name, value]) => comparable(value) === comparable(held[name]));

/** The natural key of a step: nobody does the same to one dossier twice in one second. */
export const sameStep = (one: ProgressRow, other: ProgressRow): boolean =>
  (['MaHoSo', 'ThoiDiemXuLy', 'TrangThai', 'NoiDungXuLy'] as const).every(
    (name) => one[name] === other[name],
  );
