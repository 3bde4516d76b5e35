import { program } from '../../src/app/program';
import picocolors from 'picocolors';
test('x', async () => {
  const lines: string[] = [];
  const t = { colors: picocolors.createColors(false), print: (l='') => void lines.push(l), note: (l: string) => void lines.push(l), progress: () => {}, done: () => {}, width: 100, interactive: false };
  const s = Date.now();
  console.log(await program(t).run(['check','--cohort','examples/w255-spring']), Date.now()-s, lines.join('\n'));
});
