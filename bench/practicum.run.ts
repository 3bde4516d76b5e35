import { join } from 'node:path';
import { noEndpoints } from '../src/app/handout/endpoints';
import { writeHandouts } from '../src/app/handout/write-handouts';
import { terraformInventory } from '../src/app/inventory';
import { writeKubernetes, writeTerraform } from '../src/app/synthesize';
import type { Write } from './measured-run';
import { runMeasured } from './measured-run';

/** All that `practicum synth` does once it has a plan: hand-outs and the counts it prints, too. */
const writePracticum: Write = (plan, folder) => {
  const silent = (): void => undefined;
  writeKubernetes(plan, join(folder, 'k8s'), silent);
  writeTerraform(plan, join(folder, 'terraform'), silent);
  writeHandouts(plan, join(folder, 'handouts'), noEndpoints);
  terraformInventory(join(folder, 'terraform'));
};

runMeasured(writePracticum);
