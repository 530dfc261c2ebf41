import type { setUp as source } from '../../vi/settings/set-up.ts';
import type { Translation } from '../../translation.ts';

export const setUp: Translation<typeof source> = {
  title: 'Set up this counter',
  intro:
    'This machine has no data yet. Four steps, about three minutes; what you type here stands at the head of every paper.',
  steps: { office: 'Office', desk: 'Desk and hours', clerk: 'First clerk', check: 'Check' },
  step: (params) => `Step ${params.number} of ${params.of}: ${params.name}`,
  toDesk: 'Next: desk and hours',
  toClerk: 'Next: first clerk',
  toCheck: 'Next: check',
  found: 'Set up the counter',
  founding: 'Making the encrypted storage, a few seconds…',
  office: {
    title: 'The office as printed on receipts',
    code: 'Identification code',
    codeHint:
      'By QĐ 20/2020/QĐ-TTg, for instance H55.242. Every dossier code begins with it and it cannot change later.',
    name: 'Name of the office',
    nameHint: 'For instance: UBND xã Mẫu',
    superior: 'Superior agency',
    superiorHint: 'Printed above the office’s name, for instance: UBND tỉnh Mẫu',
    province: 'Province or city',
    address: 'Address',
    phone: 'Telephone',
    taxCode: 'Tax code',
    taxCodeHint:
      'Printed on fee slips and on the fee receipts you print yourselves. Leave empty while there is none.',
    lookupBase: 'The province’s look-up page',
    lookupBaseHint:
      'Begins with https://. Leave empty while there is none; the QR then works at the counter only.',
  },
  desk: {
    title: 'This desk',
    number: 'Desk number',
    numberHint: 'One number for each machine. Two machines with one number would give the same codes.',
    name: 'Name of the desk',
    nameHint: 'For instance: Tiếp nhận 1',
    province: 'Does the province’s own system number this office’s dossiers too?',
    provinceNo: 'No, only these desks do',
    provinceYes: 'Yes',
    agreement:
      'Agree with the province on numbers from 5000 up for this desk before using it, so that no code is given twice.',
    from: 'From',
    to: 'To',
    lane: (params) =>
      `Each day this desk gives the numbers ${params.from} to ${params.to}; other desks have others, so none meet.`,
    laneOwn: 'Change the numbers',
    noLane: 'No numbers are left for this desk. Enter those you agreed on.',
    hours: 'Working hours',
    hoursHint: 'Return dates are counted by these. Set your office’s own; they can change later in Settings.',
    saturday: 'Open on Saturday morning',
  },
  clerk: {
    title: 'The first clerk',
    text: 'She takes in dossiers and administers the counter: adds others, changes settings.',
    name: 'Full name',
    nameHint: 'Printed below the receiving clerk’s signature.',
    username: 'User name',
    usernameHint: 'Small letters without marks, for instance: huong.nt',
    password: 'Password',
    again: 'Password again',
    use: 'This machine is for',
    real: 'Real work',
    realHint: 'What it prints counts.',
    trial: 'Practice',
    trialHint: 'Every paper says “BẢN THỬ”. Trial data never becomes real data.',
    trialOnly: 'The machine runs on a trial clock, so only a trial can be set up.',
  },
  check: {
    title: 'Check before setting up',
    text: 'The code, the desk number and its numbers cannot change later. The rest can, in Settings.',
    sample: 'The first dossier code will look like',
    next: 'Next you get a recovery code to print and lock away.',
  },
};
