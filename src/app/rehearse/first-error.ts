/** Most lines of a message that a report shows. */
const MOST_LINES = 12;

/** The errors in what terraform or cdktf printed, each as its lines; none where it printed none. */
export function errorsIn(output: string): readonly string[] {
  const lines = output.split('\n').map((line) => line.replace(/^[\w-]+ {2,}/, '').replace(/^[│╷╵]\s?/, ''));
  return lines.flatMap((line, index) => {
    if (!/^\s*Error: /.test(line)) return [];
    const next = lines.slice(index + 1).findIndex((each) => /^\s*(Error|Warning): /.test(each));
    const end = next === -1 ? lines.length : index + 1 + next;
    const text = lines
      .slice(index, Math.min(end, index + MOST_LINES))
      .map((each) => each.trim())
      .filter((each) => each !== '' && !/^\d+:/.test(each));
    const hasAddress = text.some((each) => each.startsWith('with '));
    return [text.flatMap((each) => withoutLine(each, hasAddress)).join('\n')];
  });
}

/** Lines of a synthesised file say nothing to anyone; the block says where it is, unless its address is told already. */
function withoutLine(text: string, hasAddress: boolean): readonly string[] {
  const [line, block] = /^on cdk\.tf\.json line \d+(?:, (in [^:]*))?/.exec(text) ?? [];
  if (line === undefined) return [text.replace(/^(with .*),$/, '$1')];
  return hasAddress || block === undefined ? [] : [block];
}

/** What a plan would do, a line for each resource. */
export function changesIn(output: string): readonly string[] {
  return [...output.matchAll(/^ *# (\S+ (?:will be|must be|has (?:changed|been deleted))[^\n]*)/gm)].map(
    (match) => match[1]!,
  );
}
