import { EXIT } from './exit-code';
import { program } from './program';
import { processTerminal } from './terminal';
import { tryExplain } from './explain-error';

const terminal = processTerminal();

program(terminal)
  .run(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const explanation = tryExplain(error);
    // What nobody foresaw keeps its stack: it is ours to mend.
    if (explanation === undefined) throw error;
    terminal.done();
    terminal.note(terminal.colors.red(explanation));
    process.exitCode = EXIT.badInput;
  });
