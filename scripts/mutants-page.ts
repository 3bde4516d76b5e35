import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../src/app/cohort-directory';
import { mutantsPage } from '../tests/rehearsal/mutants/mutants-page';

writeFileSync(join(HOME, 'docs', 'rehearsal-mutants.md'), mutantsPage());
