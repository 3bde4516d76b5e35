import { askedWords, thresholdWords } from '../../core/course-outline/load-words';
import type { Rubric } from '../../core/course/rubric.schema';
import type { LabPlan } from '../../core/plan/cohort-plan';
import { plain } from './plain';

/** Letters of a question that a page shows: a longer one is in the course file. */
const MOST_SHOWN = 400;

/** What the page says of the load that labs are graded under; nothing where none is. */
export function loadSection(labs: readonly LabPlan[]): readonly string[] {
  const lines = labs.flatMap(({ id, title, load }) =>
    load === undefined ? [] : [`**${plain(title)}** (\`${id}\`): ${asked(load)}`, '', ...question(load)],
  );
  return lines.length === 0
    ? []
    : [
        '## Graded under load',
        '',
        'A load from inside of your place, once nothing more is accepted for the lab:',
        '',
        ...lines,
      ];
}

const asked = (load: Rubric): string =>
  `${askedWords(load).replace(` ${load.path} `, ` \`${load.path}\` of the Service \`web\`, port ${load.port}, `)}. It holds ${thresholdWords(load)}.`;

/** The question with its headers, as people write HTTP. */
function question({ headers, body }: Rubric): readonly string[] {
  if (body === undefined) return [];
  const shown = body.length > MOST_SHOWN ? `${body.slice(0, MOST_SHOWN)}…` : body;
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([marks]) => marks.length + 1)));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${fence}text`, ...lines, ...(lines.length === 0 ? [] : ['']), ...shown.split('\n'), fence, ''];
}
