import { z } from 'zod';
import { OWN_PREFIX } from '../catalogue/own/own-toolkit';
import type { ToolkitId } from '../domain/ids';
import { NOT_ONE_LINE, isOneLine } from '../input/one-line';
import { taught, textOf } from '../input/teach';

const line = (about: string, example: string, max = 200): z.ZodString =>
  taught(z.string().trim().min(1).max(max).refine(isOneLine, NOT_ONE_LINE), {
    about,
    allowed: `1 to ${max} characters`,
    example,
  });

const OWN_ID = {
  pattern: /^(?=.{5,20}$)own(-[a-z0-9]+)+$/,
  allowed: `${OWN_PREFIX} and lower-case letters, digits and single hyphens, 20 together at most`,
  example: 'own-tool',
};

const NAME = /^(?=.{1,52}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NAME_ALLOWED = 'lower-case letters, digits and single hyphens';

const name = (about: string, example: string): z.ZodType<string, string> =>
  textOf((text) => (NAME.test(text) ? text : undefined), {
    about,
    allowed: NAME_ALLOWED,
    example,
    pattern: NAME,
  });

const key = textOf((text) => (/^[A-Za-z0-9._-]{1,60}$/.test(text) ? text : undefined), {
  about: 'A key that gets a random value.',
  allowed: 'letters, digits, dots, hyphens and underscores',
  example: 'password',
});

const secret = taught(
  z.strictObject({
    name: name('Name of the Secret; it begins with the id of the toolkit.', 'own-tool'),
    keys: taught(z.array(key).min(1).max(10), {
      about: 'Its keys.',
      allowed: '1 to 10 keys',
      example: '[password]',
    }),
  }),
  {
    about: 'A Secret with values that are drawn in the cluster.',
    allowed: 'name and keys',
    example: '{ name: own-tool, keys: [password] }',
  },
);

const endpoint = taught(
  z.strictObject({
    service: name('Service of the manifests.', 'own-tool'),
    port: taught(z.int().min(1).max(65535), { about: 'Its port.', allowed: '1 to 65535', example: '8080' }),
    protocol: line('What is spoken there.', 'http', 20),
  }),
  {
    about: 'Where students reach it.',
    allowed: 'service, port and protocol',
    example: '{ service: own-tool, port: 8080, protocol: http }',
  },
);

const chart = taught(
  z.strictObject({
    from: taught(
      z
        .string()
        .regex(/^(\.{1,2}\/|oci:\/\/|https:\/\/)\S{1,300}$/)
        .refine(isOneLine, NOT_ONE_LINE),
      {
        about: 'Where the chart is.',
        allowed:
          'a folder that starts with ./ or ../, an archive behind https://, or oci:// with a version; without spaces',
        example: './charts/tool',
      },
    ),
    version: taught(z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,60}$/), {
      about: 'Version of the chart.',
      allowed: 'a version as the chart has it',
      example: '1.2.0',
    }).optional(),
    values: taught(
      z
        .string()
        .regex(/^\.{1,2}\/\S{1,200}$/)
        .refine(isOneLine, NOT_ONE_LINE),
      {
        about: "File with values, from the folder of this file; the chart's own hold for all others.",
        allowed: 'a path that starts with ./ or ../, without spaces',
        example: './toolkits/own-tool.values.yaml',
      },
    ).optional(),
  }),
  {
    about: 'Helm chart from which "practicum course render" writes the manifests.',
    allowed: 'from, and any of version and values',
    example: '{ from: ./charts/tool, values: ./toolkits/own-tool.values.yaml }',
  },
);

const own = taught(
  z.strictObject({
    id: textOf((text) => (OWN_ID.pattern.test(text) ? (text as ToolkitId) : undefined), {
      about: 'Id by which labs name it; its objects are called so, or begin so.',
      ...OWN_ID,
    }),
    title: line('Name of the tool.', 'Tool of ours', 60),
    gives: line('What students get, in a sentence.', 'A tool of your own.'),
    manifests: taught(
      z
        .string()
        .regex(/^\.{1,2}\/.{1,200}$/)
        .refine(isOneLine, NOT_ONE_LINE),
      {
        about:
          'Folder with its Kubernetes manifests, from the folder of this file; what a chart makes is written there.',
        allowed: 'a path that starts with ./ or ../',
        example: './toolkits/own-tool',
      },
    ),
    chart: chart.optional(),
    handout: taught(z.string().trim().min(1).max(2000), {
      about: 'How it is used, in Markdown, for the page of a place.',
      allowed: '1 to 2000 characters',
      example: '"Open it with `kubectl port-forward service/own-tool 8080`."',
    }).optional(),
    endpoint: endpoint.optional(),
    secrets: taught(z.array(secret).max(5), {
      about: 'Secrets that its pods read.',
      allowed: 'up to 5 Secrets',
      example: '[{ name: own-tool, keys: [password] }]',
    }).default([]),
  }),
  {
    about: 'A toolkit of your own.',
    allowed: 'id, title, gives, manifests, and any of chart, handout, endpoint, secrets',
    example: '{ id: own-tool, … }',
  },
);

/** Toolkits that a course brings along, beside those of the catalogue. */
export const OWN_TOOLKITS_SCHEMA = taught(z.array(own).max(10), {
  about: 'Toolkits of your own, from folders of manifests; labs name them by their ids.',
  allowed: 'up to 10 toolkits',
  example:
    '[{ id: own-tool, title: Tool of ours, gives: "A tool of your own.", manifests: ./toolkits/own-tool }]',
});
