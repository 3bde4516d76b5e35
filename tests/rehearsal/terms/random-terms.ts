import fc from 'fast-check';

type Happening =
  | 'joins'
  | 'is held'
  | 'leaves'
  | 'comes back'
  | 'has a new address'
  | 'has a new name'
  | 'moves'
  | 'splits off'
  | 'joins Heron';

/** Steps of a scenario, as they are written. */
const STEPS: Readonly<Record<Happening, string>> = {
  joins: 'add: { students: 1 }',
  'is held': 'drop: { students: 1, until: held }',
  leaves: 'drop: { students: 1 }',
  'comes back': 'return: { students: 1 }',
  'has a new address': 'change-email:',
  'has a new name': 'rename:',
  moves: 'change-team:',
  // The first of a team founds another, and joins the one that has a single member: theirs ends, if nobody stays.
  'splits off': 'change-team: { to: Night Owl }',
  'joins Heron': 'change-team: { to: Heron }',
};

const happening = fc.record({
  what: fc.constantFrom(...(Object.keys(STEPS) as Happening[])),
  days: fc.integer({ min: 1, max: 12 }),
  /** Call at which terraform is killed; the rehearsal recovers, as its user would, and goes on. */
  killed: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2, nil: undefined }),
});

/** A scenario of a small class: what happens is drawn, deadlines pass meanwhile, and at the end all is taken away. */
export function randomTerm(seed: number, steps: number): string {
  const [drawn] = fc.sample(fc.array(happening, { minLength: steps, maxLength: steps }), {
    seed,
    numRuns: 1,
  });
  let day = 1;
  let held = 0;
  const lines = drawn!.map(({ what, days, killed }, index) => {
    const happens = what === 'comes back' && held === 0 ? 'is held' : what;
    held += happens === 'is held' ? 1 : happens === 'comes back' ? -1 : 0;
    day += days;
    return [
      `  - ${STEPS[happens]}`,
      `    at: ${day}`,
      `    name: ${index + 1}. Somebody ${happens}`,
      ...(killed === undefined ? [] : [`    faults: [{ kind: terraform-killed, nth: ${killed} }]`]),
    ].join('\n');
  });
  return [
    `name: A drawn term`,
    `about: Drawn with the seed ${seed}.`,
    'steps:',
    '  - deploy',
    ...lines,
    '  - teardown:',
    '    at: 110',
    '',
  ].join('\n');
}
