/**
 * True for text that a person sees whole: without line breaks, controls, direction marks and half
 * characters. The two joiners are let through: Persian and Indic names are written with them.
 */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text.replaceAll(/[\u200C\u200D]/g, ''));
}

/** What to tell of text that is not. */
export const NOT_ONE_LINE = 'has a line break or a character that nobody sees';
