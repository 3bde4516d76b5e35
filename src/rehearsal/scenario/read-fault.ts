import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import type { Path, YamlSource } from '../../core/input/yaml-source';
import type { Fault, OperationMatch } from '../faults/fault';
import { ANY, LOST_ANSWERS } from '../faults/fault';
import type { WrittenFault, WrittenKind } from './fault.schema';

type Detail = Exclude<keyof WrittenFault, 'kind'>;

const OF_CALLS: readonly Detail[] = ['on', 'action', 'nth', 'count'];

/** What can be said of each kind beside it; of the statuses the same. */
const DETAILS: Readonly<Record<Extract<WrittenKind, string>, readonly Detail[]>> = {
  slow: [...OF_CALLS, 'seconds'],
  'provider-crash': ['nth'],
  'terraform-killed': ['nth'],
  'lock-held': ['stack'],
  'disk-full': ['stack', 'count'],
};
const detailsOf = (kind: WrittenKind): readonly Detail[] =>
  typeof kind === 'number' ? [...OF_CALLS, 'when'] : DETAILS[kind];

const USUAL_DELAY_SECONDS = 600;

/** The fault that a scenario says. */
export function faultOf(written: WrittenFault): Fault {
  const { kind, on: type = ANY, action = 'create', nth = 1, count: times = 1, stack = ANY } = written;
  const match: OperationMatch = { action, type, nth, times };
  switch (kind) {
    case 'slow':
      return { kind, ...match, seconds: written.seconds ?? USUAL_DELAY_SECONDS };
    case 'provider-crash':
      return { kind, nth };
    case 'terraform-killed':
      return { kind, afterOperations: nth };
    case 'lock-held':
      return { kind, stack };
    case 'disk-full':
      return { kind, stack, times };
    default:
      return { kind: 'refuse', status: kind, when: written.when ?? 'before', ...match };
  }
}

/** What is said of a fault at `path` that does not go with its kind. */
export function faultProblems(written: WrittenFault, source: YamlSource, path: Path): readonly Problem[] {
  const { kind } = written;
  const known = detailsOf(kind);
  const strange = Object.keys(written).filter((key) => key !== 'kind' && !known.includes(key as Detail));
  const problems: Problem[] = strange.map((key) => ({
    file: source.file,
    ...source.keyPositionOf([...path, key]),
    message: `a fault of kind ${kind} has no ${key}`,
    allowed: `any of ${known.join(', ')}`,
    write: 'delete the key',
  }));
  if (written.when === 'after' && typeof kind === 'number' && !LOST_ANSWERS.includes(kind)) {
    problems.push(
      source.problem([...path, 'when'], {
        message: `Google does nothing of what it answers with ${kind}`,
        got: shown(written.when),
        allowed: `before; after goes with ${LOST_ANSWERS.join(' and ')}`,
        write: 'when: before',
      }),
    );
  }
  return problems;
}
