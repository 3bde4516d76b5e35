import type { JsonMap } from '../../../src/prover/json-value';
import { labelsAt } from '../../../src/prover/json-value';
import { edited, stripped } from './edits';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

/** Names of the ConfigMaps that say what may be worked on. */
export const WINDOW_MAPS: readonly string[] = ['windows', 'hours'];

/** Windows or hours in which more is open: each entry left out, and each opened, for one place too. */
export function weakenWindows(object: JsonMap, { namespace }: Stranger): readonly Weakening[] {
  const entries = Object.entries(labelsAt(object, 'data'));
  return [
    leftOut,
    ...entries.flatMap(([key, says]) => [
      { what: `without ${key}`, object: stripped(object, ['data', key]) },
      ...(says === 'open'
        ? [{ what: `${key} is closed`, object: edited(object, ['data', key], 'closed') }]
        : [{ what: `${key} is open`, object: edited(object, ['data', key], 'open') }]),
    ]),
    { what: 'that closes a place to nobody', object: edited(object, ['data', namespace], 'quiet') },
    {
      what: 'that opens a lab to a stranger',
      object: edited(object, ['data', `_${namespace}.lab1`], 'open'),
    },
  ];
}
