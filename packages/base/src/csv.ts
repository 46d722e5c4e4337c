/** A number as a device or a program writes it: no spreadsheet runs it, and with a mark before it it would be none. */
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One cell (RFC 4180), in quotes. What a spreadsheet would run as a formula is led by an apostrophe. */
export const csvCell = (text: string): string =>
  `"${(FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
