/** UTF-16 as Excel writes "Unicode text": little-endian, with a byte order mark. */
export const utf16le = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** UTF-16 in the other order of bytes, with a byte order mark. */
export const utf16be = (text: string): Uint8Array => Buffer.from(utf16le(text)).swap16();

export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export const withMark = (text: string): string => `\uFEFF${text}`;
export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
export const cr = (text: string): string => text.replaceAll('\n', '\r');
