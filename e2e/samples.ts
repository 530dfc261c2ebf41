import { cardText } from './clerk/scanner.ts';
import type { IntakeInput } from './clerk/input.ts';

/** Sample citizens, plainly samples. The numbers' birth year and sex digits fit their dates. */
export const mau = cardText({
  number: '019090000123',
  name: 'Nguyễn Văn Mẫu',
  born: '15031990',
  sex: 'Nam',
  address: 'Thôn Thí Dụ, Xã Mẫu, Thái Nguyên',
  issued: '01012022',
});

export const thiDu = cardText({
  number: '019195000456',
  name: 'Trần Thị Thí Dụ',
  born: '20081995',
  sex: 'Nữ',
  address: 'Thôn Mẫu, Xã Mẫu, Thái Nguyên',
  issued: '05052023',
});

/** What Telex makes of the first card when the input method is on. */
export const garbledMau = mau.replace('Nguyễn Văn Mẫu', 'Nguyeenx Vawn Maaux');

/** A marital status confirmation: the counter's plainest dossier. */
export const maritalStatus: IntakeInput = {
  office: {
    code: 'H55.242',
    name: 'Trung tâm Phục vụ hành chính công xã Mẫu',
    superior: 'UBND xã Mẫu',
    address: 'Thôn Mẫu, xã Mẫu',
    phone: '0208 3000 000',
    province: 'Thái Nguyên',
  },
  clerk: { name: 'Cán bộ Mẫu', username: 'mau' },
  at: '2026-11-23T09:15:00+07:00',
  procedure: '1.004873',
  submitter: {
    name: 'Nguyễn Văn Mẫu',
    idNumber: '019090000123',
    birthDate: '1990-03-15',
    sex: 'nam',
    address: 'Thôn Thí Dụ, xã Mẫu',
    phone: '0912 000 123',
  },
  components: [
    { index: 1, originals: 1 },
    { index: 5, originals: 1 },
  ],
  answers: { maritalStatus: 'chua-ket-hon', purpose: 'muc-dich-khac', otherPurpose: 'Bổ túc hồ sơ' },
};

/** A case without forms of its own: the shortest dossier the catalogue has. */
export const shortest: IntakeInput = {
  ...maritalStatus,
  procedure: '1.010041',
  components: [{ index: 1, originals: 1 }],
  answers: {},
};
