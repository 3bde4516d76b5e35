import type { LeakCertificate } from './leak-certificate';
import type { Listed, Whose } from './leftover';

/** Whose a thing is, in words. */
export function whoseText({ tenant, cell, cohort }: Whose): string {
  if (cohort === undefined) return 'unknown';
  return [tenant, cell === undefined ? undefined : `cell ${cell}`, cohort].filter(Boolean).join(', ');
}

/** Where a thing is, in words. */
export const whereText = ({ project, location }: Pick<Listed, 'project' | 'location'>): string =>
  [project, location].filter(Boolean).join(', ') || 'in no project';

const cell = (text: string): string => text.replaceAll(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);

const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : [row(...head), `|${' --- |'.repeat(head.length)}`, ...rows.map((each) => row(...each)), '']; // prettier-ignore

/** A fence that no line of `text` can close. */
const fenced = (language: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`~~~${language}`, ...lines, '~~~', ''];

/** The certificate as a page for people. */
export function certificateMarkdown(certificate: LeakCertificate): string {
  const { cohort, at, ledger, inventories, counts, dollarsADay, leftovers, kept, strangers } = certificate;
  const { known, ofUnknownPrice } = dollarsADay;
  const verdict =
    leftovers.length === 0
      ? `The inventories below list nothing of ${cohort} that should be gone.`
      : `The inventories below list ${counts.leftovers} of ${cohort} that should be gone: ${known} USD a day` +
        `${ofUnknownPrice === 0 ? '' : `, and ${ofUnknownPrice} whose price is not known`}.`;
  return [
    `# Leak certificate of ${cohort}`,
    '',
    `${verdict} Looked at as of ${at}.`,
    '',
    '## Read',
    '',
    ...table(
      ['file', 'entries', 'SHA-256'],
      inventories.map(({ name, entries, sha256 }) => [name, String(entries), sha256]),
    ),
    `Ledger: ${ledger.places} places, ${ledger.active} active, ${ledger.held} held, ${ledger.destroyed} destroyed; SHA-256 ${ledger.sha256}.`,
    '',
    ...table(
      ['type', 'left', 'kept'],
      counts.byType.map(({ type, leftovers: left, kept: stays }) => [type, String(left), String(stays)]),
    ),
    ...(leftovers.length === 0 ? [] : ['## Left', '']),
    ...table(
      ['what', 'where', 'whose', 'why', 'USD a day'],
      leftovers.map((each) => [
        `${each.type} ${each.name}`,
        whereText(each),
        whoseText(each.whose),
        [each.why, each.note].filter(Boolean).join('. '),
        each.dollarsADay ?? `unknown: ${each.priced}`,
      ]),
    ),
    ...(leftovers.some(({ remove }) => remove !== undefined)
      ? ['In this order the deletes succeed:', '']
      : []),
    ...fenced('sh', leftovers.flatMap(({ remove }) => remove ?? [])), // prettier-ignore
    ...(kept.length === 0 ? [] : ['## Kept', '']),
    ...table(
      ['what', 'where', 'until', 'why'],
      kept.map((each) => [`${each.type} ${each.name}`, whereText(each), each.until ?? '–', each.why]),
    ),
    ...(counts.strangers === 0 ? [] : ['## Of others', '', 'Counted, not judged.', '']),
    ...table(
      ['type', 'number'],
      Object.entries(strangers).map(([type, count]) => [type, String(count)]),
    ),
    ...(certificate.silentAbout.length === 0
      ? []
      : ['## Not listed', '', 'Either there is none, or nobody asked.', '']),
    ...table(
      ['what', 'who asks'],
      certificate.silentAbout.map(({ about, ask }) => [about, ask]),
    ),
    `Prices: list prices of ${certificate.pricesOf}, dated in the program; discounts and traffic are not in them.`,
    '',
    `SHA-256 of all this, in leak-certificate.json: ${certificate.sha256}`,
    '',
  ].join('\n');
}
