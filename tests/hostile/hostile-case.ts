import type { InputFile } from './good-cohort';
import { GOOD } from './good-cohort';

/** A file as it is put into the folder: text, raw bytes, left out, or a folder in its place. */
export type Content = string | Uint8Array | 'MISSING' | 'FOLDER';

/** What has to be told: the place exactly, of the rest the words that must be there. */
export interface Told {
  /** `line:column`, in the file that the suite is about; `file:line:column` for another one. */
  readonly at: string;
  readonly message: string;
  readonly got?: string;
  readonly allowed?: string;
  readonly write?: string;
}

/** How an input differs from the good cohort, and all that has to be told of it. */
export interface HostileCase {
  /** A sentence after "is refused:" or "is accepted:". */
  readonly name: string;
  readonly files: Readonly<Partial<Record<InputFile, Content>> & Record<string, Content>>;
  /** In reading order; none where the oddity is legal. */
  readonly told: readonly Told[];
  /** The plan is the good cohort's, value by value. */
  readonly asGood?: true;
}

/** A case in which the oddity is all in how the file is written: what it says is what the good one says. */
export const asGood = (each: HostileCase): HostileCase => ({ ...each, asGood: true });

/** The good text with `from` replaced; that it occurs exactly once keeps a case about what it says. */
export function edited(file: InputFile, from: string, to: string): string {
  const parts = GOOD[file].split(from);
  if (parts.length !== 2)
    throw new Error(`${JSON.stringify(from)} occurs ${parts.length - 1} times in ${file}`);
  return parts.join(to);
}

/** Cases that replace a piece of one good file. */
export const editing =
  (file: InputFile) =>
  (name: string, from: string, to: string, ...told: readonly Told[]): HostileCase => ({
    name,
    files: { [file]: edited(file, from, to) },
    told,
  });

/** Cases that put something else in the place of one good file. */
export const replacing =
  (file: InputFile) =>
  (name: string, content: Content, ...told: readonly Told[]): HostileCase => ({
    name,
    files: { [file]: content },
    told,
  });
