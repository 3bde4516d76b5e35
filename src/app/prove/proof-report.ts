import type { FindingGroup, Proof } from '../../prover/proof';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

/** More than this nobody reads at once; `--json` has them all. */
const MOST_SHOWN = 20;

const grouped = (number: number): string => number.toLocaleString('en-US');

/** Pairs that were covered, in words. */
export function pairsText({ pairs, tenants, staff }: Proof): string {
  const who = staff === 1 ? 'person who teaches' : 'people who teach';
  return (
    `${grouped(pairs.amongTenants)} ordered pairs of ${counted(tenants, 'tenant')}, ` +
    `${grouped(pairs.toStaff)} to ${staff} ${who}`
  );
}

/** What was reasoned about, a row for each aspect. */
export function aspectLines({ aspects }: Proof): readonly string[] {
  return table([
    ['aspect', 'objects', 'classes', 'findings'],
    ...aspects.map(({ aspect, objects, classes, findings }) => [
      aspect,
      grouped(objects).padStart(7),
      grouped(classes).padStart(7),
      grouped(findings.length).padStart(8),
    ]),
  ]);
}

/** Counter-examples, each as a path that a person can follow. */
export function findingLines({ findings }: Proof, terminal: Terminal): readonly string[] {
  const rest = findings.length - MOST_SHOWN;
  return [
    ...findings.slice(0, MOST_SHOWN).flatMap((finding) => [...linesOf(finding, terminal), '']),
    ...(rest > 0 ? [`… and ${counted(rest, 'finding')} more; --json has them all`] : []),
  ];
}

function linesOf(finding: FindingGroup, { colors, width }: Terminal): readonly string[] {
  const { aspect, from, to, sentence, path, alike, pairs } = finding;
  return [
    `${colors.red('✗')} ${colors.bold(`${from} → ${to}`)}  ${colors.dim(aspect)}`,
    wrapped('  ', `${sentence}.`, width),
    ...path.flatMap(({ file, object, says }, index) => [
      `  ${index + 1} ${file}`,
      wrapped('    ', `${object} ${says}`, width),
    ]),
    ...(alike > 1 || pairs > 1 ? [`  ${likeIt(alike, pairs)}`] : []),
  ];
}

const likeIt = (alike: number, pairs: number): string =>
  alike > 1
    ? `This and ${grouped(alike - 1)} like it are true of ${grouped(pairs)} pairs.`
    : `This is true of ${grouped(pairs)} pairs.`;

/** What the proof takes for granted. */
export function assumptionLines({ assumptions }: Proof, { width }: Terminal): readonly string[] {
  return assumptions.map((assumption) => wrapped('  - ', assumption, width));
}
