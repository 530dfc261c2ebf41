/** A procedure's name for a narrow list: "Thủ tục cấp Giấy …" → "Cấp Giấy …". Papers and headings have the full name. */
export const shortProcedureName = (name: string): string => {
  const bare = name.replace(/^Thủ tục (?=\p{Ll})/u, '');
  return bare === name ? name : bare.slice(0, 1).toLocaleUpperCase('vi') + bare.slice(1);
};
