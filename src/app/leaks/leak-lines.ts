import { whereText, whoseText } from '../../core/leaks/certificate-markdown';
import type { LeakCertificate } from '../../core/leaks/leak-certificate';
import type { Leftover } from '../../core/leaks/leftover';
import { wrapped } from '../report-problems';
import { commandLines } from '../shell-command';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

/** More than this nobody reads at once; the certificate has them all. */
const MOST_SHOWN = 20;

/** A certificate as a person reads it in a terminal. */
export function leakLines(certificate: LeakCertificate, terminal: Terminal): readonly string[] {
  const { leftovers, counts, silentAbout } = certificate;
  const { colors, width } = terminal;
  const rest = leftovers.length - MOST_SHOWN;
  return [
    leftovers.length === 0
      ? painted(colors.green, '✓ ', verdict(certificate), width)
      : painted(colors.red, '✗ ', verdict(certificate), width),
    ...(leftovers.length === 0 ? [] : ['']),
    ...leftovers.slice(0, MOST_SHOWN).flatMap((each) => [...leftoverLines(each, terminal), '']),
    ...(rest > 0
      ? [wrapped('', `… and ${rest} more, in the order of deletion; --out writes them all.`, width), '']
      : []),
    ...countLines(certificate),
    ...keptLines(certificate, terminal),
    ...(counts.strangers === 0
      ? []
      : [wrapped('  ', `${counted(counts.strangers, 'thing')} of others in these files: not judged.`, width)]), // prettier-ignore
    ...silentAbout.flatMap(({ about, ask }) => [
      painted(
        colors.yellow,
        'note  ',
        `Nothing is listed of ${about}. Either there is none, or nobody asked:`,
        width,
      ),
      ...commandLines(' '.repeat(6), ask, { indent: 6, width }),
    ]),
    `  SHA-256 ${certificate.sha256}`,
  ];
}

/** `text` behind a lead that is painted after wrapping: colours take no room on the screen. */
function painted(paint: (text: string) => string, lead: string, text: string, width: number): string {
  return paint(lead) + wrapped(lead, text, width).slice(lead.length);
}

function verdict({ cohort, at, leftovers, dollarsADay, inventories }: LeakCertificate): string {
  const files = inventories.length === 1 ? '1 inventory' : `${inventories.length} inventories`;
  if (leftovers.length === 0) return `${cohort}: nothing is left, by ${files} as of ${at}.`;
  const { known, ofUnknownPrice } = dollarsADay;
  const unknown = ofUnknownPrice === 0 ? '' : `, and ${ofUnknownPrice} without a known price`;
  const are = leftovers.length === 1 ? 'thing is' : 'things are';
  return `${cohort}: ${leftovers.length} ${are} left, by ${files} as of ${at}: $${known} a day${unknown}.`;
}

function leftoverLines(each: Leftover, { colors, width }: Terminal): readonly string[] {
  const { type, name, why, dollarsADay, priced, remove, note, whose } = each;
  const costs =
    dollarsADay === undefined
      ? `unknown: ${priced}`
      : Number(dollarsADay) === 0
        ? 'nothing'
        : `$${dollarsADay} a day`;
  const row = (label: string, text: string): string =>
    painted(colors.dim, `  ${label.padEnd(8)}`, text, width);
  const heading = wrapped('', `${type} ${name}`, width);
  return [
    heading.includes('\n') ? heading : `${type} ${colors.bold(name)}`,
    row('where', whereText(each)),
    row('whose', whoseText(whose)),
    row('why', why),
    row('costs', costs),
    ...(note === undefined ? [] : [row('note', note)]),
    ...(remove === undefined
      ? []
      : commandLines(`  ${colors.dim('remove')}  `, remove, { indent: 10, width })),
  ];
}

const countLines = ({ counts }: LeakCertificate): readonly string[] =>
  counts.byType.length === 0
    ? []
    : [
        ...table([
          ['left', 'kept', 'type'],
          ...counts.byType.map(({ type, leftovers, kept }) => [
            String(leftovers).padStart(4),
            String(kept).padStart(4),
            type,
          ]),
        ]),
        '',
      ];

function keptLines({ kept }: LeakCertificate, { colors, width }: Terminal): readonly string[] {
  const rest = kept.length - MOST_SHOWN;
  return [
    ...kept.slice(0, MOST_SHOWN).map(({ type, name, why, until }) => {
      const when = until === undefined ? '' : `, until ${until}`;
      return painted(colors.dim, '  kept    ', `${type} ${name}${when}: ${why}.`, width);
    }),
    ...(rest > 0 ? [`  … and ${rest} more that are kept`] : []),
    ...(kept.length > 0 ? [''] : []),
  ];
}
