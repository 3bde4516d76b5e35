import { SynthesisedCohort } from './synthesised-cohort';
import { CELL_PROJECT_MUTANTS as g } from './cell-project.mutants';
test('one', async () => {
  const c = await SynthesisedCohort.of(g.example);
  const m = g.mutants.find(({ title }) => title.startsWith('A policy has more'))!;
  const b = performance.now(); const cpu = process.cpuUsage();
  await c.rehearse(g.stack, g.after, m);
  const d = process.cpuUsage(cpu);
  console.log(performance.now() - b, d, process.resourceUsage());
}, 100000);
