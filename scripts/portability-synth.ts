import { join } from 'node:path';
import { resolveCohort } from '../src/app/resolve-cohort';
import { writeKubernetes, writeTerraform } from '../src/app/synthesize';

/** An instant of the examples' term: nothing written may depend on when this runs. */
const AT = '2027-01-20T12:00';

/** Writes what stands in `<cohort folder>` into `<out>`, with the engine that is installed beside this. */
function main([out, cohort]: readonly string[]): void {
  const resolved = resolveCohort({ cohort: cohort!, at: AT }, { record: false });
  if (!resolved.ok) {
    throw new Error(
      resolved.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
    );
  }
  const silent = (): void => undefined;
  writeKubernetes(resolved.value.plan, join(out!, 'k8s'), silent);
  writeTerraform(resolved.value.plan, join(out!, 'terraform'), silent);
}

main(process.argv.slice(2));
