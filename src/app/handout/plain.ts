/** Text of a person as Markdown shows it: nothing in it is markup. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~]/g, (character) => `\\${character}`);
}
