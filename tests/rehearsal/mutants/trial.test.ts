import { inOneLine } from '../../../src/rehearsal/scenario/message-pattern';
import { SynthesisedCohort } from './synthesised-cohort';
import { CELL_PROJECT_MUTANTS } from './cell-project.mutants';
import { CELL_CLUSTER_MUTANTS } from './cell-cluster.mutants';
import { CELL_SERVICES_MUTANTS } from './cell-services.mutants';
import { SHARD_MUTANTS } from './shard.mutants';
import { OWN_PROJECT_MUTANTS } from './own-project.mutants';
import { STATE_MUTANTS } from './state.mutants';
import { writeFileSync } from 'node:fs';
test('times', async () => {
  let out = ''; void [CELL_PROJECT_MUTANTS, CELL_CLUSTER_MUTANTS, CELL_SERVICES_MUTANTS, SHARD_MUTANTS, OWN_PROJECT_MUTANTS, STATE_MUTANTS];
  for (const g of [STATE_MUTANTS, CELL_SERVICES_MUTANTS, SHARD_MUTANTS, OWN_PROJECT_MUTANTS]) {
    const c = await SynthesisedCohort.of(g.example);
    for (const m of [undefined, ...g.mutants]) {
      const b = performance.now();
      const o = await c.rehearse(g.stack, g.after, m);
      const ok = m === undefined ? o.noticed === undefined : o.noticed === m.noticed && o.findings.some(({ message }) => inOneLine(message).includes(inOneLine(m.says)));
      out += `${ok ? 'ok  ' : 'FAIL'} ${Math.round(performance.now() - b)} ${m?.title} [${o.noticed}] ${o.findings.length}\n${o.findings.map((f) => '      ' + f.invariant + ' | ' + f.where + ' | ' + inOneLine(f.message)).join('\n')}\n`;
      writeFileSync('/tmp/trial.txt', out);
    }
  }
}, 300000);
