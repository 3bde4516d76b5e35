import type { Artifacts } from '../../../src/prover/artifacts';
import type { CohortRecord } from '../../../src/prover/cohort-record';
import { ASPECT_PROOFS } from '../../../src/prover/proof';
import { worldOf } from '../../../src/prover/world';

/**
 * Whether the prover finds anything in an output of this cohort. Its aspects are asked one after the other until one
 * finds something, first those that found something last: the mutants of an object mostly fall to the same aspect.
 * An output counts as proven only when all have been asked.
 */
export function noticing(record: CohortRecord): (artifacts: Artifacts) => boolean {
  let aspects = ASPECT_PROOFS;
  return (artifacts) => {
    const world = worldOf(artifacts, record);
    const noticing = aspects.find((prove) => prove(world).findings.length > 0);
    if (noticing !== undefined) aspects = [noticing, ...aspects.filter((each) => each !== noticing)];
    return noticing !== undefined;
  };
}
