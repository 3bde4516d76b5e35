import type { Document, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { TenantKey } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';

/** A text of `cohort.yaml` without somebody, and how many entries went. */
export interface WithoutEntries {
  readonly text: string;
  readonly entries: number;
}

/** Lists of `cohort.yaml` that name students and teams. */
const LISTS = ['places', 'accommodations'] as const;

/**
 * `cohort.yaml` without the entries that are about one student or team. A comment right above such an entry goes with
 * it, since it says why; all others stay. A text without such entries stays byte for byte.
 */
export function withoutEntries(text: string, key: TenantKey): WithoutEntries {
  const document = parseDocument(text.replaceAll(/\r\n?/g, '\n'), { version: '1.2' });
  const entries = LISTS.reduce((sum, list) => sum + takenOut(document, list, key), 0);
  if (entries === 0) return { text, entries };
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return { text: text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written, entries };
}

function takenOut(document: Document.Parsed, list: string, key: TenantKey): number {
  const sequence: unknown = document.get(list);
  if (!isSeq(sequence)) return 0;
  const before = sequence.items.length;
  const isFirst = isAbout(sequence.items[0], key);
  sequence.items = sequence.items.filter((item) => !isAbout(item, key));
  const gone = before - sequence.items.length;
  // The parser gives the comment above the first entry to the list.
  if (isFirst) (sequence as YAMLSeq).commentBefore = null;
  if (gone > 0 && sequence.items.length === 0) document.delete(list);
  return gone;
}

function isAbout(item: unknown, key: TenantKey): boolean {
  if (!isMap(item)) return false;
  const [word, value] = 'student' in key ? ['student', key.student] : ['team', key.team];
  const written: unknown = (item as YAMLMap).get(word);
  if (typeof written !== 'string') return false;
  const normal = (text: string): string =>
    word === 'student' ? text.trim().toLowerCase() : keyText({ team: text });
  return normal(written) === normal(value);
}
