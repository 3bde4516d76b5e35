import type { Terminal } from '../terminal';
import { counted } from '../table';
import { readableDuration, stopwatch } from './report/duration';

/** How far terraform is with a stack. */
export interface ProgressEvent {
  /** What the step is called. */
  readonly step: string;
  /** The stack that is worked on, or what else is being done. */
  readonly stack?: string;
  /** Resources that are finished, and all that there are; 0 where that is not known yet. */
  readonly done: number;
  readonly total: number;
  /** The resource that it works on, or its type. */
  readonly address?: string;
}

/** A step that has ended. */
export interface FinishedStep {
  readonly step: string;
  readonly good: boolean;
  /** What it did: `143 added`. */
  readonly summary: string;
}

/** More often than this nobody reads, in milliseconds. */
const SHORTEST_PAUSE = 100;
/** Shorter than this an address says nothing. */
const SHORTEST_ADDRESS = 12;

/** Tells what is going on in long work: one line that changes, and one that stays for each step that ends. */
export class ProgressView {
  private started: number | undefined;
  private last: ProgressEvent | undefined;
  private shown = -Infinity;

  constructor(
    private readonly terminal: Pick<Terminal, 'progress' | 'done' | 'note' | 'colors' | 'width'>,
    /** Milliseconds of a clock that only goes forward. */
    private readonly clock: () => number,
  ) {}

  /** A step begins; its time is counted from here. */
  start(step: string): void {
    this.begin(step);
    this.show();
  }

  take(event: ProgressEvent): void {
    if (event.step !== this.last?.step) this.begin(event.step);
    this.last = event;
    const last = event.total > 0 && event.done >= event.total;
    if (this.clock() - this.shown < SHORTEST_PAUSE && !last) return;
    this.show();
  }

  /** Shows that time goes on where nothing else happens. */
  tick(): void {
    this.show();
  }

  finish({ step, good, summary }: FinishedStep): void {
    const { colors } = this.terminal;
    this.terminal.done();
    const mark = good ? colors.green('✓') : colors.red('✗');
    this.terminal.note(`${mark} ${step}  ${summary}  ${colors.dim(readableDuration(this.elapsed()))}`);
    this.started = undefined;
    this.last = undefined;
  }

  private show(): void {
    if (this.last === undefined) return;
    this.shown = this.clock();
    // The last column stays free: a full line would break.
    this.terminal.progress(progressLine(this.last, this.elapsed(), this.terminal.width - 1));
  }

  private begin(step: string): void {
    this.last = { step, done: 0, total: 0 };
    this.started = this.clock();
    this.shown = -Infinity;
  }

  /** Seconds since the step began. */
  private elapsed(): number {
    return this.started === undefined ? 0 : (this.clock() - this.started) / 1000;
  }
}

/** `deploy  shard-1-02  143 of 508 resources  0:42`, and the address where there is room; at most `width` columns. */
export function progressLine(
  { step, stack, done, total, address }: ProgressEvent,
  seconds: number,
  width: number,
): string {
  const amount =
    total > 0 ? [`${done} of ${counted(total, 'resource')}`] : done > 0 ? [counted(done, 'resource')] : [];
  const rest = [stack, ...amount, stopwatch(seconds)]
    .filter((part) => part !== undefined)
    .map((part) => `  ${part}`)
    .join('');
  const lead = cut(step, Math.max(1, width - rest.length));
  const room = width - lead.length - rest.length - 2;
  const shown = address === undefined || room < SHORTEST_ADDRESS ? '' : `  ${cut(address, room)}`;
  return cut(`${lead}${rest}${shown}`, width);
}

function cut(text: string, room: number): string {
  const letters = [...text];
  return letters.length <= room ? text : `${letters.slice(0, room - 1).join('')}…`;
}
