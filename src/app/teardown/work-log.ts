import type { Instant } from '../../core/domain/time';
import type { TeardownJournal, TeardownStep, Work } from '../../core/teardown/teardown-journal';
import { isDone, withBegun, withEnded, withoutWorkOn, workKey } from '../../core/teardown/teardown-journal';
import type { JournalStore } from './teardown-journal-file';
import { Undone } from './undone';

/** How a piece of work went. */
export interface WorkReport {
  readonly step: TeardownStep;
  readonly what?: string;
  readonly outcome: 'done' | 'done before' | 'failed';
  /** What was done, or why not. */
  readonly said: string;
  readonly seconds: number;
}

export interface WorkLogProps {
  readonly journal: TeardownJournal;
  readonly store: JournalStore;
  now(): Instant;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  onBegin(work: Work): void;
  onEnd(report: WorkReport): void;
}

/** Does pieces of work and writes each down, before and after; what was done is not done again. */
export class WorkLog {
  private current: TeardownJournal;

  constructor(private readonly props: WorkLogProps) {
    this.current = props.journal;
  }

  get journal(): TeardownJournal {
    return this.current;
  }

  isDone(work: Work): boolean {
    return isDone(this.current, work);
  }

  /** Does the work and answers undefined, or why it did not come to its end. */
  async work(work: Work, act: () => Promise<string>): Promise<string | undefined> {
    const { props } = this;
    if (this.isDone(work)) {
      const said = this.current.work[workKey(work)]?.said ?? '';
      props.onEnd({ ...work, outcome: 'done before', said, seconds: 0 });
      return undefined;
    }
    this.save(withBegun(this.current, work, props.now()));
    props.onBegin(work);
    const began = props.clock();
    const seconds = (): number => (props.clock() - began) / 1000;
    try {
      const said = await act();
      this.save(withEnded(this.current, work, props.now(), said));
      props.onEnd({ ...work, outcome: 'done', said, seconds: seconds() });
      return undefined;
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      props.onEnd({ ...work, outcome: 'failed', said: error.message, seconds: seconds() });
      return error.message;
    }
  }

  /** Forgets what was done on stacks and places that stand again. */
  reopen(names: ReadonlySet<string>): void {
    this.save(withoutWorkOn(this.current, names));
  }

  /** When a stack was taken away; undefined if it was not. */
  goneSince(stack: string): Instant | undefined {
    const { work } = this.current;
    return (work[`cells ${stack}`] ?? work[`shards ${stack}`])?.ended as Instant | undefined;
  }

  end(): void {
    this.save({ ...this.current, ended: this.props.now() });
  }

  private save(journal: TeardownJournal): void {
    this.props.store.save(journal);
    this.current = journal;
  }
}
