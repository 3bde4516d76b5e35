/** The polynomial of CRC-32, its bits reversed. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? POLYNOMIAL : 0);
  return rest;
});

/** One text as an archive holds it. */
interface Content {
  readonly bytes: Uint8Array;
  readonly sum: number;
}

/** More texts and names than are alike in many archives; beyond that they are those of single ones. */
const MOST_KEPT = 1000;
const contents = new Map<string, Content>();

/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first day that there is. */
const DATE = 0x0021;
/** What may read it: anything; what wrote it knows the rights of files. */
const [NEEDED, MADE_BY] = [10, 0x0314];
/** A file that its owner writes and everybody reads. */
const RIGHTS = 0o100644 * 0x10000;
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22];

/**
 * Texts as a ZIP archive, which people open on any system. Nothing is compressed: how small a text becomes depends on the library
 * and on the processor, and the same texts are to give the same bytes everywhere.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (2026-11)
 */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => ({
    name: contentOf(path).bytes,
    ...contentOf(text),
  }));
  const locals = entries.map(({ name, bytes }) => LOCAL_SIZE + name.length + bytes.length);
  const directorySize = entries.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0);
  const directoryAt = locals.reduce((sum, size) => sum + size, 0);
  const archive = new Uint8Array(directoryAt + directorySize + END_SIZE);
  const view = new DataView(archive.buffer);
  let [at, central] = [0, directoryAt];
  entries.forEach(({ name, bytes, sum }, index) => {
    const fields = [NEEDED, FLAGS, 0, 0, DATE];
    const put = (from: number, signature: number, words: readonly number[]): void => {
      view.setUint32(from, signature, true);
      words.forEach((word, place) => view.setUint16(from + 4 + 2 * place, word, true));
      const sizes = from + 4 + 2 * words.length;
      [sum, bytes.length, bytes.length].forEach((each, place) =>
        view.setUint32(sizes + 4 * place, each, true),
      );
      view.setUint16(sizes + 12, name.length, true);
    };
    put(at, 0x04034b50, fields);
    archive.set(name, at + LOCAL_SIZE);
    archive.set(bytes, at + LOCAL_SIZE + name.length);
    put(central, 0x02014b50, [MADE_BY, ...fields]);
    view.setUint32(central + 38, RIGHTS, true);
    view.setUint32(central + 42, at, true);
    archive.set(name, central + CENTRAL_SIZE);
    at += locals[index]!;
    central += CENTRAL_SIZE + name.length;
  });
  view.setUint32(central, 0x06054b50, true);
  for (const place of [8, 10]) view.setUint16(central + place, entries.length, true);
  view.setUint32(central + 12, directorySize, true);
  view.setUint32(central + 16, directoryAt, true);
  return archive;
}

function contentOf(text: string): Content {
  const known = contents.get(text);
  if (known !== undefined) return known;
  if (contents.size >= MOST_KEPT) contents.clear();
  const bytes = new TextEncoder().encode(text);
  const content = { bytes, sum: sumOf(bytes) };
  contents.set(text, content);
  return content;
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff]!;
  return ~sum >>> 0;
}
