import { inOneLine } from '../../../src/rehearsal/scenario/message-pattern';
import { SynthesisedCohort } from './synthesised-cohort';
import { CELL_PROJECT_MUTANTS } from './cell-project.mutants';
import { CELL_CLUSTER_MUTANTS } from './cell-cluster.mutants';
import { writeFileSync } from 'node:fs';
test('times', async () => {
  let out = '';
  for (const g of [CELL_PROJECT_MUTANTS, CELL_CLUSTER_MUTANTS]) {
    const c = await SynthesisedCohort.of(g.example);
    for (const m of g.mutants) {
      const b = performance.now();
      const o = await c.rehearse(g.stack, g.after, m);
      const ok = o.noticed === m.noticed && o.findings.some(({ message }) => inOneLine(message).includes(inOneLine(m.says)));
      out += `${ok ? 'ok  ' : 'FAIL'} ${Math.round(performance.now() - b)} ${m.title} [${o.noticed}] ${o.findings.length}\n${o.findings.map((f) => '      ' + f.invariant + ' | ' + f.where + ' | ' + inOneLine(f.message)).join('\n')}\n`;
      writeFileSync('/tmp/trial.txt', out);
    }
  }
}, 300000);
