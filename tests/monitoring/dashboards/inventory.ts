import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHOWN_PANELS } from './shown-panels';

/** Every panel of every board: its kind, title and unit, and under it what it asks for. */
export function inventory(): string {
  const boards = [...new Set(SHOWN_PANELS.map(({ board }) => board))];
  return boards
    .map((board) => {
      const panels = SHOWN_PANELS.filter((panel) => panel.board === board);
      const lines = panels.flatMap(({ type, title, fieldConfig, queries }) => [
        `  ${type}  ${title}  [${fieldConfig?.defaults.unit}]`,
        ...queries.map(({ legendFormat, expr }) => `    ${legendFormat}: ${expr}`),
      ]);
      const count = panels.flatMap(({ queries }) => queries).length;
      return `${board}: ${panels.length} panels, ${count} queries\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

if (require.main === module) writeFileSync(join(__dirname, 'inventory.txt'), inventory());
