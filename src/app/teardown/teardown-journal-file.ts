import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { tryParseJson } from '../../core/archive/parse-json';
import type { CohortId } from '../../core/domain/ids';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import type { TeardownJournal } from '../../core/teardown/teardown-journal';
import { JOURNAL_SCHEMA } from '../../core/teardown/teardown-journal';

/** Where a teardown writes down what it does. */
export interface JournalStore {
  save(journal: TeardownJournal): void;
}

/** The journal of a cohort's teardown, a file that is written whole or not at all. */
export class TeardownJournalFile implements JournalStore {
  constructor(
    private readonly path: string,
    private readonly shown: string,
  ) {}

  /** What an earlier run wrote; undefined if there was none. */
  read(cohort: CohortId): Outcome<TeardownJournal | undefined> {
    if (!existsSync(this.path)) return accept(undefined);
    const journal = JOURNAL_SCHEMA.safeParse(tryParseJson(readFileSync(this.path, 'utf8')));
    if (!journal.success) return this.refused('this is no journal of a teardown');
    if (journal.data.cohort !== cohort)
      return this.refused(`this is the journal of another cohort than ${cohort}`);
    return accept(journal.data);
  }

  save(journal: TeardownJournal): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileAtomic.sync(this.path, `${JSON.stringify(journal, undefined, 2)}\n`);
  }

  private refused(message: string): Outcome<never> {
    return refuse([
      {
        file: this.shown,
        line: 1,
        column: 1,
        message,
        allowed: 'what an earlier "practicum teardown" wrote there',
        write: 'move the file away: a teardown finds out by itself what still stands, and archives anew',
      },
    ]);
  }
}
