import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { yamlDocuments } from '../../../src/app/yaml-documents';
import type { GradingGround, Place } from '../../../src/app/grade/grade-place';
import type { RunKubectl } from '../../../src/app/grade/kubectl';
import { Kubectl } from '../../../src/app/grade/kubectl';
import type { GradingClock } from '../../../src/app/grade/grading-clock';
import { handle } from '../../../src/core/domain/ids';
import { Cpu } from '../../../src/core/domain/quantity';
import type { GradingRecord, StartedRun } from '../../../src/core/grading/grading-records';
import { loadJob } from '../../../src/core/grading/load-job';
import { loadLab } from '../../core/grading/a-load-lab';

/** Ground for grading the sample lab on `clock`; what is recorded is appended to `records`. */
export const aGround = (clock: GradingClock, records: GradingRecord[], folder: string): GradingGround => ({
  lab: loadLab(),
  clock,
  record: (record) => void records.push(record),
  writeJob: ({ handle: name, namespace }) => {
    const path = join(folder, `${name}.yaml`);
    writeFileSync(path, yamlDocuments(loadJob(loadLab(), namespace)));
    return path;
  },
});

/** A place with four cores. */
export const aPlace = (name: string, run: RunKubectl, started?: StartedRun): Place => ({
  handle: handle(name),
  namespace: name,
  cpuLimit: Cpu.millis(4000),
  kubectl: new Kubectl(run, name),
  ...(started === undefined ? {} : { started }),
});
