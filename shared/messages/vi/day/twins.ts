/** One request that two desks took in while they could not see each other. */
export const twins = {
  title: (params: { count: number }) => `${params.count} hồ sơ hai quầy cùng tiếp nhận`,
  hint: 'Cùng một người, cùng thủ tục, nhận khi hai quầy mất liên lạc. Hỏi người dân đang dùng giấy tiếp nhận nào, rồi mở hồ sơ kia và Dừng giải quyết, ghi mã hồ sơ giữ lại vào lý do. Cả hai giấy tiếp nhận vẫn tra được.',
  open: (params: { code: string }) => `Mở ${params.code}`,
  received: (params: { when: string }) => `nhận ${params.when}`,
  pageTitle: 'Quầy khác cũng nhận hồ sơ này',
  page: (params: { code: string; when: string }) =>
    `Cùng người, cùng thủ tục: ${params.code}, nhận ${params.when}. Chỉ giữ một; hồ sơ kia Dừng giải quyết và ghi mã này vào lý do.`,
  pageOpen: 'Mở hồ sơ kia',
};
