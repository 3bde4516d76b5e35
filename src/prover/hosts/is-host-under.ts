/** True for a host that is another, or lies below it; a wildcard counts as what it stands for. */
export function isHostUnder(host: string, parent: string): boolean {
  const plain = host.replace(/^\*\./, '');
  return plain === parent || plain.endsWith(`.${parent}`);
}
