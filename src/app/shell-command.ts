/** A command over several lines, which a shell takes as one. */
export function commandLines(
  lead: string,
  command: string,
  { indent, width }: { readonly indent: number; readonly width: number },
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of command.split(/ (?=(?:[^']*'[^']*')*[^']*$)/)) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent + next.length + 2 > width) {
      lines.push(`${line} \\`);
      line = `  ${word}`;
    } else line = next;
  }
  return [...lines, line].map((text, index) => (index === 0 ? lead : ' '.repeat(indent)) + text);
}
