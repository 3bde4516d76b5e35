import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../src/app/cohort-directory';
import { editorSchemas } from '../src/app/editor-schemas';
import { referencePages } from '../src/app/reference-page';

mkdirSync(join(HOME, 'schemas'), { recursive: true });
for (const [file, text] of editorSchemas()) writeFileSync(join(HOME, 'schemas', file), text);
for (const [file, text] of referencePages()) writeFileSync(join(HOME, 'docs', file), text);
