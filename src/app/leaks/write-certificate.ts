import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { certificateMarkdown } from '../../core/leaks/certificate-markdown';
import type { LeakCertificate } from '../../core/leaks/leak-certificate';

/** Names of the certificate's two forms. */
export const CERTIFICATE_FILES = { json: 'leak-certificate.json', markdown: 'leak-certificate.md' } as const;

/** The JSON form, as it is printed and kept. */
export const certificateJson = (certificate: LeakCertificate): string =>
  JSON.stringify(certificate, undefined, 2);

/** Writes both forms of a certificate, each whole or not at all; their paths. */
export function writeCertificate(certificate: LeakCertificate, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const json = join(folder, CERTIFICATE_FILES.json);
  const markdown = join(folder, CERTIFICATE_FILES.markdown);
  writeFileAtomic.sync(json, `${certificateJson(certificate)}\n`);
  writeFileAtomic.sync(markdown, certificateMarkdown(certificate));
  return [json, markdown];
}
