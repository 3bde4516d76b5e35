import type { TimeZone } from '../../core/domain/time';
import { inZone } from '../../core/domain/time';
import type { Work } from '../../core/teardown/teardown-journal';
import { now } from '../clock';
import type { Terminal } from '../terminal';
import { workLine } from './teardown-lines';
import type { WorkReport } from './work-log';

/** Shows work while it goes on: a line for each piece that ended, and below them what is being done. */
export class WatchedWork {
  /** All that ended, in that order. */
  readonly reports: WorkReport[] = [];
  private readonly underway = new Set<string>();

  constructor(
    private readonly terminal: Terminal,
    private readonly zone: TimeZone,
    private readonly json: boolean,
  ) {}

  begin({ step, what = '' }: Work): void {
    this.underway.add(`${step} ${what}`);
    this.show();
  }

  end(report: WorkReport): void {
    this.reports.push(report);
    this.underway.delete(`${report.step} ${report.what ?? ''}`);
    if (!this.json) this.terminal.print(workLine(report, inZone(now(), this.zone).time, this.terminal));
    this.show();
  }

  /** What terraform says of a stack. */
  line(stack: string, message: string): void {
    this.terminal.progress(`${stack}: ${message}`);
  }

  private show(): void {
    const [first] = this.underway;
    if (first === undefined) return;
    const others = this.underway.size - 1;
    this.terminal.progress(`… ${first.trim()}${others === 0 ? '' : ` and ${others} more`}`);
  }
}
