/**
 * A text as one cell of a table that people open in a spreadsheet, which would run what starts like a formula: behind an
 * apostrophe it is text.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
