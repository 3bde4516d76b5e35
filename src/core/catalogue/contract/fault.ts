import type { Path } from '../../input/yaml-source';

/** What keeps an object out of a place, and where in the object it stands. */
export interface ObjectFault {
  readonly path: Path;
  readonly message: string;
  readonly got?: string;
  readonly allowed?: string;
  /** What to write instead. */
  readonly write?: string;
}

/** A fault in one line, for a list of them: `spec.template.spec.hostNetwork: …`. */
export const faultLine = ({ path, message, got }: ObjectFault): string =>
  [path.length === 0 ? '' : `${path.join('.')}: `, message, got === undefined ? '' : ` (${got})`].join('');
