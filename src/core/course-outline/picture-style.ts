const LIGHT = {
  page: '#ffffff',
  text: '#0f172a',
  soft: '#475569',
  grid: '#e2e8f0',
  break: '#f1f5f9',
  student: '#2563eb',
  team: '#0d9488',
  late: '#fcd34d',
  due: '#b91c1c',
  work: '#7c3aed',
} as const;

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  page: '#0d1117',
  text: '#e6edf3',
  soft: '#9aa7b5',
  grid: '#2a323c',
  break: '#1a212b',
  student: '#5b9bff',
  team: '#2dd4bf',
  late: '#a16207',
  due: '#f87171',
  work: '#b794f6',
};

const variables = (colors: Readonly<Record<string, string>>): string =>
  Object.entries(colors)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Colours and letters of pictures: by the reader's light or dark scheme, in an image too. */
export const PICTURE_STYLE = [
  `svg{${variables(LIGHT)};font-family:system-ui,sans-serif}`,
  `@media (prefers-color-scheme:dark){svg{${variables(DARK)}}}`,
  'text{fill:var(--text)}.head{font-size:12px;font-weight:600}.name{font-size:13px;font-weight:600}',
  '.small{font-size:10.5px;font-weight:400;fill:var(--soft)}.middle{text-anchor:middle}',
  '.page{fill:var(--page)}.break{fill:var(--break);stroke:var(--grid)}.grid{stroke:var(--grid);fill:none}',
  '.student{fill:var(--student)}.team{fill:var(--team)}.late{fill:var(--late)}.work{fill:var(--work)}',
  '.due{stroke:var(--due);stroke-width:2.5;fill:none}.class{fill:var(--soft)}',
].join('');
