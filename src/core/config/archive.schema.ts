import { z } from 'zod';
import { taught } from '../input/teach';

const kept = (about: string): z.ZodDefault<z.ZodBoolean> =>
  taught(z.boolean(), { about, allowed: 'true or false', example: 'false' }).default(true);

/** What a teardown keeps of every place before it takes it away. */
export const ARCHIVE_SCHEMA = taught(
  z.strictObject({
    bucketLists: kept('Names, sizes and checksums of what is in each bucket; not what is in the files.'),
    images: kept('Images of each registry by digest, with their tags.'),
    dashboards: kept('Dashboards that people made in the Grafana of their place.'),
    manifests: kept('Objects in each namespace, without Secrets.'),
    grades: kept('What "practicum grade" wrote.'),
  }),
  {
    about: 'What "practicum teardown" keeps.',
    allowed: 'any of bucketLists, images, dashboards, manifests, grades',
    example: '{ images: false }',
  },
);

/** What is kept, by what it is. */
export type ArchiveChoice = Readonly<z.output<typeof ARCHIVE_SCHEMA>>;
