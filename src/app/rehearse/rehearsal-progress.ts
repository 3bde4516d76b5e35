import type { Call } from '../../rehearsal/provider/call';
import type { Step } from '../../rehearsal/scenario/scenario';
import type { Terminal } from '../terminal';
import { ProgressView } from './progress-view';
import type { StepReport } from './report/report';
import { summaryOf } from './step-summary';

/** How often the clock on the line moves, in milliseconds. */
const TICK = 1000;

/** Shows how a rehearsal goes on, until it ends or is stopped. */
export class RehearsalProgress {
  private readonly view: ProgressView;
  private readonly timer: NodeJS.Timeout;
  private now: { readonly step: string; readonly done: number } | undefined;

  constructor(
    private readonly terminal: Terminal,
    clock: () => number,
  ) {
    this.view = new ProgressView(terminal, clock);
    this.timer = setInterval(() => this.now !== undefined && this.view.tick(), TICK);
    this.timer.unref();
  }

  step({ name }: Pick<Step, 'name'>): void {
    if (this.ended) return;
    this.now = { step: name, done: 0 };
    this.view.start(name);
  }

  /** A resource was made, changed or taken away; reading is no progress. */
  call({ action, type }: Pick<Call, 'action' | 'type'>): void {
    if (this.now === undefined || action === 'read' || action === 'data') return;
    this.now = { ...this.now, done: this.now.done + 1 };
    this.view.take({ ...this.now, total: 0, address: type });
  }

  /** Terraform is done, and what stands is looked at. */
  checks(): void {
    if (this.now !== undefined) this.view.take({ step: this.now.step, stack: 'checking', done: 0, total: 0 });
  }

  done(report: StepReport): void {
    if (this.now === undefined) return;
    this.now = undefined;
    this.view.finish({ step: report.name, ...summaryOf(report) });
  }

  /** Nothing more is shown, whatever is still told. */
  end(): void {
    this.ended = true;
    this.now = undefined;
    clearInterval(this.timer);
    this.terminal.done();
  }

  private ended = false;
}
