import { relative, resolve } from 'node:path';
import { priceListFor } from '../../core/prices/price-list';
import { marksOf } from '../../core/leaks/cohort-marks';
import { silentAbout } from '../../core/leaks/inventory-coverage';
import { judgeInventory } from '../../core/leaks/judge-inventory';
import { certificateOf } from '../../core/leaks/leak-certificate';
import type { Problem } from '../../core/input/problem';
import { legible } from '../../core/input/problem';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { leakLines } from '../leaks/leak-lines';
import { readInventories } from '../leaks/read-inventories';
import { certificateJson, writeCertificate } from '../leaks/write-certificate';
import { readLedger } from '../load-cohort';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import type { Terminal } from '../terminal';

export interface LeaksOptions extends CohortOptions {
  readonly out?: string;
}

/** Tells what of the cohort inventories still list, and certifies it; 0 only when nothing is left. */
export function leaks(terminal: Terminal, options: LeaksOptions, files: readonly string[]): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  const inventories = readInventories(files);
  const problems = [cohort, inventories].flatMap((part) => (part.ok ? [] : part.problems));
  if (!cohort.ok || !inventories.ok) return reportProblems(terminal, problems, json);
  const { plan, directory } = cohort.value;
  // The ledger as it is written: places that are only on the roster were never deployed.
  const ledger = readLedger(directory, plan.cohort);
  if (!ledger.ok) return reportProblems(terminal, ledger.problems, json);
  const { items, inputs } = inventories.value;
  const { region } = plan.google;
  const certificate = certificateOf({
    cohort: plan.cohort,
    at: plan.at,
    ledger: ledger.value,
    inventories: inputs,
    findings: judgeInventory(items, marksOf(plan, ledger.value), region),
    pricesOf: priceListFor(region).listRegion,
    silentAbout: silentAbout(items, plan.google),
  });
  const written = options.out === undefined ? [] : tryWrite(() => writeCertificate(certificate, resolve(options.out!)), options.out); // prettier-ignore
  if (!Array.isArray(written)) return reportProblems(terminal, [written as Problem], json);
  if (json) terminal.print(certificateJson(certificate));
  else {
    for (const line of leakLines(certificate, terminal)) terminal.print(line);
    for (const path of written as readonly string[])
      terminal.print(wrapped('  Written: ', relative(process.cwd(), path), terminal.width));
  }
  return certificate.leftovers.length === 0 ? EXIT.ok : EXIT.findings;
}

/** The paths that were written, or why nothing could be. */
function tryWrite(write: () => readonly string[], folder: string): readonly string[] | Problem {
  try {
    return write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return {
      file: legible(folder),
      line: 1,
      column: 1,
      message: 'the certificate cannot be written there',
      allowed: 'a folder that you may write to, or that is yet to be made',
      write: '--out certificates',
    };
  }
}
