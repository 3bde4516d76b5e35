import type { Adoption } from '../../core/recover/adoption';
import type { LockInfo } from '../../core/recover/lock-info';
import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';
import type { StackRecovery, Unseen } from './stack-recovery';

/** More than this nobody reads at once; `--json` has them all. */
const MOST_SHOWN = 20;

type Page = Pick<Terminal, 'colors' | 'width'>;

/** What was done with a stack, and what a person has to see to; nothing where nothing was to do. */
export function describedRecovery(recovery: StackRecovery, page: Page): readonly string[] {
  const { colors, width } = page;
  const { stack, lock, stateSaved, adopted, notAdopted, tainted, unseen, waitsFor, problem } = recovery;
  // Coloured after it is wrapped: colours take no room.
  const line = (mark: string, paint: (text: string) => string, text: string): string =>
    wrapped(`${mark} `, `${stack}: ${text}`, width).replace(mark, paint(mark));
  const done = (text: string): string => line('✓', colors.green, text);
  const open = (text: string): string => line('✗', colors.red, text);
  const note = (text: string): string => line('!', colors.yellow, text);
  return [
    ...(lock?.released === true ? [done('the lock is released')] : []),
    ...(stateSaved === true ? [done('the state that was not saved is in its backend')] : []),
    ...(adopted.length > 0 ? [done(`${counted(adopted.length, 'resource')} adopted into the state`)] : []),
    ...(notAdopted.length > 0
      ? [
          open(`${counted(notAdopted.length, 'resource')} could not be adopted`),
          ...notAdopted
            .slice(0, MOST_SHOWN)
            .flatMap((each) => [
              ...addressAndId(each, width),
              wrapped('      ', each.why, width),
              ...(each.mend ?? []).map((command) => `      ${command}`),
            ]),
          ...more(notAdopted.length),
        ]
      : []),
    ...(problem === undefined ? [] : [open(problem)]),
    ...(waitsFor === undefined
      ? []
      : [note(`cannot be looked at before ${waitsFor} is deployed; deploy, then recover again if it fails`)]),
    ...(tainted.length > 0
      ? [
          note('made with an error; the next deploy destroys and makes anew'),
          ...tainted.slice(0, MOST_SHOWN).map((address) => `    ${address}`),
          ...more(tainted.length),
        ]
      : []),
    ...(unseen.length > 0
      ? [note('may stand already, and would be made a second time'), ...unseenLines(unseen, width)]
      : []),
  ];
}

/** A lock, before it is released. */
export function describedLock(stack: string, lock: LockInfo, { width }: Page): readonly string[] {
  const { id, who, operation, created } = lock;
  const known = [
    who === undefined ? '' : ` by ${who}`,
    operation === undefined ? '' : ` for "terraform ${operation}"`,
    created === undefined ? '' : ` since ${toTheSecond(created)}`,
  ];
  return [wrapped('', `${stack}: its state is locked${known.join('')}`, width), `    lock ${id}`];
}

/** What is found outside the state, before it is adopted. */
export function describedAdoptions(
  stack: string,
  adoptions: readonly Adoption[],
  { width }: Page,
): readonly string[] {
  return [
    wrapped('', `${stack}: ${counted(adoptions.length, 'resource')} outside the state`, width),
    ...adoptions.slice(0, MOST_SHOWN).flatMap((each) => addressAndId(each, width)),
    ...more(adoptions.length),
  ];
}

/** By the command that shows them; no command is ever broken. */
function unseenLines(unseen: readonly Unseen[], width: number): readonly string[] {
  return [...new Set(unseen.map(({ look }) => look))].flatMap((look) => {
    const alike = unseen.filter((each) => each.look === look);
    return [
      ...alike.map(({ address }) => `    ${address}`),
      wrapped('      ', `${alike[0]!.why}; this shows what stands:`, width),
      `      ${look}`,
    ];
  });
}

const more = (count: number): readonly string[] =>
  count > MOST_SHOWN ? [`    … and ${count - MOST_SHOWN} more; --json has them all`] : [];

function addressAndId({ address, id }: Adoption, width: number): readonly string[] {
  const lines: string[] = [];
  // Ids have no spaces; where one is longer than the line, it goes on behind a slash.
  for (const part of id.split(/(?<=\/)/)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + part.length > width) lines.push(`      ${part}`);
    else lines[lines.length - 1] = line + part;
  }
  return [`    ${address}`, ...lines];
}

/** Terraform tells nanoseconds. */
const toTheSecond = (instant: string): string =>
  instant.replace(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z| \+0000 UTC)$/, '$1 $2 UTC');
