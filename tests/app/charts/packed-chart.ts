import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Archive of a chart, as `helm package` makes it. */
export function packedChart(
  name: string,
  version: string,
  files: Readonly<Record<string, string>> = {},
): Buffer {
  const all = {
    [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: ${version}\nappVersion: v4.0.8\n`,
    ...files,
  };
  const entries = Object.entries(all).flatMap(([path, text]) => [headerOf(path, text), blocks(text)]);
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]), { level: 9 });
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function headerOf(path: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(path, 0);
  header.write(octal(0o644, 8), 100);
  header.write(octal(Buffer.byteLength(text), 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(
    octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
    ),
    148,
  );
  return header;
}

const blocks = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
};
