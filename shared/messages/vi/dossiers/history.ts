/** What happened to a dossier, told from its journal rows. */
export const history = {
  title: 'Diễn biến',
  events: {
    dossierAccepted: 'Tiếp nhận hồ sơ',
    intakeGuided: 'Yêu cầu bổ sung',
    intakeRefused: 'Từ chối tiếp nhận',
    paperPrinted: 'In giấy',
  },
  unknown: (params: { type: string }) => `Việc phần mềm này chưa hiểu (${params.type})`,
  paper: (params: { form: string; outcome: string }) => `${params.form}: ${params.outcome}`,
  desk: (params: { number: number }) => `quầy ${params.number}`,
  clocks: {
    hub: 'giờ do tỉnh xác nhận',
    ok: 'giờ máy khớp với sổ',
    entered: 'giờ do cán bộ xác nhận',
    suspect: 'giờ máy còn nghi ngờ',
  },
  recorded: (params: { when: string }) => `máy ghi lúc ${params.when}`,
  witness: (params: { witness: string }) => `Dấu đối chiếu ${params.witness}`,
  witnessHelp: 'Mười ký tự đầu của dấu dòng sổ, in trên giấy tiếp nhận để đối chiếu.',
};
