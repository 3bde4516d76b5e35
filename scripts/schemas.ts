import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../src/app/cohort-directory';
import { editorSchemas } from '../src/app/editor-schemas';
import { referencePages } from '../src/app/reference-page';
import { referenceOfTypes, withReference } from '../src/app/rehearse/reference-of-types';
import { SIMULATED_KINDS } from '../src/app/rehearse/simulated-providers';

mkdirSync(join(HOME, 'schemas'), { recursive: true });
for (const [file, text] of editorSchemas()) writeFileSync(join(HOME, 'schemas', file), text);
for (const [file, text] of referencePages()) writeFileSync(join(HOME, 'docs', file), text);
const page = join(HOME, 'docs', 'rehearsal.md');
writeFileSync(page, withReference(readFileSync(page, 'utf8'), referenceOfTypes(SIMULATED_KINDS)));
