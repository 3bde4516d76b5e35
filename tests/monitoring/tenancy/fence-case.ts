import type { HeaderLines } from './go-http';
import { ASKER } from './cast';

/** Whose token is shown, or what is wrong with it. */
export type TokenName =
  | 'own'
  | 'victim'
  | 'staff'
  /** Of the student's own pods: right account's namespace, but an account without the right. */
  | 'own pods'
  /** Of the right account, for the API server. */
  | 'other audience'
  | 'ended'
  | 'signed by another key'
  | 'tampered'
  | 'unsigned'
  | 'no token at all';

/** What must come back. */
export type Must =
  /** A status that is no success; what is said with it must be nobody's data either. */
  | { readonly refused: number }
  /** Success, with data of the one who asks. */
  | { readonly sees: 'own' | 'nothing' }
  /** Success, and exactly this under `data`. */
  | { readonly data: unknown }
  /** Success, and the same as whoever may see all gets for this query. */
  | { readonly sameAs: string };

/** One thing tried across the fence. */
export interface FenceCase {
  /** What is tried; unique. */
  readonly title: string;
  /** @default 'GET' */
  readonly method?: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** @default 'own' */
  readonly token?: TokenName;
  /** Values of the header that names a namespace, a line for each. @default - the asker's own */
  readonly namespaces?: readonly string[];
  /** Lines that are sent beside. @default - none */
  readonly headers?: HeaderLines;
  readonly body?: string;
  readonly must: Must;
}

/** Header that names the namespace, in the spelling of the documentation. */
export const NAMESPACE_LINE = 'X-Namespace';
const FORM: HeaderLines = [['Content-Type', 'application/x-www-form-urlencoded']];

/** The lines of a case's namespaces. */
export const namespaceLines = ({ namespaces = [ASKER.namespace] }: FenceCase): HeaderLines =>
  namespaces.map((value) => [NAMESPACE_LINE, value] as const);

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** Parameters as a form or an address holds them. */
export const encoded = (parameters: Parameters): string =>
  Object.entries(parameters)
    .flatMap(([key, values]) => [values].flat().map((value) => `${key}=${encodeURIComponent(value)}`))
    .join('&');

/** A path with parameters. */
export const at = (path: string, parameters: Parameters): string => `${path}?${encoded(parameters)}`;

/** An instant query by address. */
export const query = (title: string, promql: string, must: Must): FenceCase => ({
  title: `${title}: ${promql}`,
  path: at('/api/v1/query', { query: promql }),
  must,
});

/** A request with a form for its body. */
export const posted = (
  title: string,
  path: string,
  body: Parameters,
  must: Must,
  rest: Partial<FenceCase> = {},
): FenceCase => ({ title, method: 'POST', path, headers: FORM, body: encoded(body), must, ...rest });
