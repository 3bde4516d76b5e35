/** True for text that a person sees whole: without line breaks, controls, direction marks and half characters. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

/** What to tell of text that is not. */
export const NOT_ONE_LINE = 'has a line break or a character that nobody sees';
