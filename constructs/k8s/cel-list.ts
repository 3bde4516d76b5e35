/** A list of texts in CEL; texts with a quote in them have no place in a policy. */
export function celList(texts: readonly string[]): string {
  const quoted = texts.find((text) => /['\\]/.test(text));
  if (quoted !== undefined) throw new Error(`Not a text for a policy: ${quoted}`);
  return `[${texts.map((text) => `'${text}'`).join(', ')}]`;
}
