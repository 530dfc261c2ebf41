/**
 * The province among an office's desks: its own rows (what was filed online, results posted by a provincial system) are those of desk 0,
 * signed with the key every desk pinned when it was enrolled.
 */
export const provinceDesk = 0;
export const provinceClerk = 'province';
