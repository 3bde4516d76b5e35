import picocolors from 'picocolors';
import { typedConsent } from '../../../src/app/teardown/typed-consent';
import type { Terminal } from '../../../src/app/terminal';
import type { CohortId } from '../../../src/core/domain/ids';

const input = jest.fn<Promise<string>, [{ message: string }]>();
jest.mock('@inquirer/prompts', () => ({ input: (...args: [{ message: string }]) => input(...args) }));

const COHORT = 'w255-spring27' as CohortId;

function aTerminal(interactive: boolean) {
  const notes: string[] = [];
  const terminal: Terminal = {
    colors: picocolors.createColors(false), print: () => undefined, note: (line) => void notes.push(line),
    progress: () => undefined, done: () => undefined, width: 80, interactive,
  }; // prettier-ignore
  return { terminal, notes };
}

test('Only the cohort’s id is a yes', async () => {
  const { terminal, notes } = aTerminal(true);
  input.mockResolvedValueOnce(' w255-spring27 ').mockResolvedValueOnce('yes').mockResolvedValueOnce('');
  const answers = [];
  for (let asked = 0; asked < 3; asked += 1) answers.push(await typedConsent(terminal, COHORT, false));
  expect(answers).toEqual([true, false, false]);
  expect(notes).toEqual(Array(2).fill('That is not w255-spring27. Nothing was changed.'));
  expect(input.mock.calls[0]![0].message).toContain('(w255-spring27)');
});

test('Where nobody can be asked, or data is wanted, the answer is no with what to write', async () => {
  input.mockClear();
  for (const [interactive, json] of [[false, false], [true, true]] as const) {
    const { terminal, notes } = aTerminal(interactive);
    expect(await typedConsent(terminal, COHORT, json)).toBe(false);
    expect(notes[0]).toContain('Say --yes');
  }
  expect(input).not.toHaveBeenCalled();
}); // prettier-ignore
