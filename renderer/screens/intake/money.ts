/** "16.000 đ": đồng with a dot between thousands. */
export const formatMoney = (amount: number): string =>
  `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
