import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ArchivedFile, ArchiveIndex } from '../../../core/archive/archive-index';
import { INDEX_FILE, indexText, readIndex } from '../../../core/archive/archive-index';
import { Undone } from '../undone';

/** What a file of an archive holds, and how many things are in it. */
export interface ArchivedContent {
  readonly text: string | Uint8Array;
  readonly entries: number;
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** One folder of an archive with an index of its files: what is in the index is there, and as it was written. */
export class ArchiveFolder {
  private files: ArchiveIndex;

  constructor(readonly path: string) {
    const index = join(path, INDEX_FILE);
    this.files = existsSync(index) ? readIndex(readFileSync(index, 'utf8')) : {};
  }

  /** Files as the index has them. */
  get index(): ArchiveIndex {
    return this.files;
  }

  /** Writes a file and reads it again, or leaves the one that is there; what is known of it. */
  async keep(name: string, collect: () => Promise<ArchivedContent>): Promise<ArchivedFile> {
    const known = this.files[name];
    if (known !== undefined && this.damage(name) === undefined) return known;
    const { text, entries } = await collect();
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, typeof text === 'string' ? text : Buffer.from(text));
    const file = { sha256: sha256(text), bytes: Buffer.byteLength(text), entries };
    this.files = { ...this.files, [name]: file };
    const damage = this.damage(name);
    if (damage !== undefined) throw new Undone(damage);
    writeFileAtomic.sync(join(this.path, INDEX_FILE), indexText(this.files));
    return file;
  }

  /** What is wrong with a file, by its length and its sum; undefined if nothing is. */
  damage(name: string): string | undefined {
    const path = join(this.path, name);
    if (!existsSync(path)) return `${path} is not there`;
    const bytes = readFileSync(path);
    const file = this.files[name]!;
    if (bytes.length !== file.bytes)
      return `${path} has ${bytes.length} bytes, and ${file.bytes} were written`;
    return sha256(bytes) === file.sha256 ? undefined : `${path} is not what was written: its SHA-256 differs`;
  }
}
