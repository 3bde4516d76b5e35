import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import type { KubeConnection } from '../../../src/app/rehearse/kube-api/kube-connection';
import { valueAt } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes, Value } from '../../../src/rehearsal/values/value';
import { isList, isRecord } from '../../../src/rehearsal/values/value';
import type { HeaderLines } from './go-http';
import { cleanedPath, handedOn, headerLines, matchesPattern, valuesOf } from './go-http';

export interface RbacFrontProps {
  /** Command line of kube-rbac-proxy, as it is emitted. */
  readonly args: readonly string[];
  /** Text of the file that `--config-file` names. */
  readonly config: string;
  /** The API, with the account of the pod that kube-rbac-proxy runs in. */
  readonly reviewer: KubeConnection;
  /** Where requests go that are allowed, in place of the port that `--upstream` names. */
  readonly upstreamPort: number;
  /**
   * Which values of a header that is sent several times are asked about. Releases before 0.13.0 looked at the first only.
   * @default 'all'
   */
  readonly headerValues?: 'all' | 'first';
}

/** Flags that change nothing of who is let through. */
const INDIFFERENT = new Set(['secure-listen-address', 'upstream', 'config-file', 'proxy-endpoints-port']);
const VERBS: Readonly<Record<string, string>> = {
  GET: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};
const TEMPLATE = '{{ .Value }}';

interface Caller {
  readonly username: string;
  readonly fields: Attributes;
}

/**
 * Stands for kube-rbac-proxy, which cannot be had as a Go module: reads its configuration, asks a real API server the
 * reviews that this asks for, and answers and hands on as kube-rbac-proxy 0.20 does. Without TLS and without its caches.
 *
 * @see https://github.com/brancz/kube-rbac-proxy/tree/v0.20.1/pkg
 */
export class RbacFront {
  static async start(props: RbacFrontProps): Promise<RbacFront> {
    const front = new RbacFront(props);
    await new Promise<void>((listening) => front.server.listen(0, '127.0.0.1', listening));
    return front;
  }

  /** Questions that the API server was asked: who may do what. */
  readonly asked: Attributes[] = [];
  private readonly server: Server;
  private readonly allowPaths: readonly string[];
  private readonly ignorePaths: readonly string[];
  private readonly audiences: readonly string[];
  private readonly authorization: Value;

  private constructor(private readonly props: RbacFrontProps) {
    const flags = flagsIn(props.args);
    this.allowPaths = flags.get('allow-paths') ?? [];
    this.ignorePaths = flags.get('ignore-paths') ?? [];
    this.audiences = flags.get('auth-token-audiences') ?? [];
    this.authorization = valueAt(parse(props.config) as Value, ['authorization'])!;
    this.server = createServer((incoming, response) => {
      this.handle(incoming, response).catch((error: unknown) => answer(response, 500, String(error)));
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '', query] = splitOnce(incoming.url!, '?');
    const clean = cleanedPath(path);
    if (clean !== path) {
      response.setHeader('Location', query === undefined ? clean : `${clean}?${query}`);
      return answer(response, 301, 'Moved Permanently');
    }
    const isAmong = (patterns: readonly string[]): boolean =>
      patterns.some((pattern) => matchesPattern(pattern, decodeURIComponent(path)));
    if (isAmong(this.ignorePaths)) return this.handOn(incoming, response);
    if (this.allowPaths.length > 0 && !isAmong(this.allowPaths))
      return answer(response, 404, '404 page not found');

    const headers = headerLines(incoming.rawHeaders);
    const caller = await this.callerOf(headers);
    if (caller === undefined) return answer(response, 401, 'Unauthorized');
    const questions = this.questionsOf(incoming.method!, headers);
    if (questions.length === 0) {
      return answer(response, 400, 'Bad Request. The request or configuration is malformed.');
    }
    for (const attributes of questions) {
      if (await this.isAllowed(caller, attributes)) continue;
      const { verb, resource, subresource = '' } = attributes;
      const what = `user=${caller.username}, verb=${String(verb)}, resource=${String(resource)}`;
      return answer(response, 403, `Forbidden (${what}, subresource=${String(subresource)})`);
    }
    this.handOn(incoming, response);
  }

  /** Who shows the token, if the API server knows it for one of our audiences. */
  private async callerOf(headers: HeaderLines): Promise<Caller | undefined> {
    const [scheme, token, ...more] = (valuesOf(headers, 'authorization')[0] ?? '').trim().split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '' || more.length > 0) {
      return undefined;
    }
    const { audiences } = this;
    const { status, body } = await this.props.reviewer.request(
      'POST',
      '/apis/authentication.k8s.io/v1/tokenreviews',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenReview',
        spec: { token, ...(audiences.length === 0 ? {} : { audiences }) },
      },
    );
    if (status !== 201) throw new Error(`TokenReview: ${status} ${JSON.stringify(body)}`);
    const [known, user, of] = ['authenticated', 'user', 'audiences'].map((key) =>
      valueAt(body, ['status', key]),
    );
    const isForUs =
      audiences.length === 0 || (isList(of) && of.some((each) => audiences.includes(String(each))));
    if (known !== true || !isForUs || !isRecord(user)) return undefined;
    const { username, ...fields } = user;
    return { username: String(username), fields };
  }

  /** What to ask about a request: once for each value of the header, if one is named; none is malformed. */
  private questionsOf(method: string, headers: HeaderLines): readonly Attributes[] {
    const { apiGroup, apiVersion, ...rest } = valueAt(this.authorization, [
      'resourceAttributes',
    ]) as Attributes;
    const attributes: Attributes = {
      verb: VERBS[method] ?? '*',
      ...(apiGroup === undefined ? {} : { group: apiGroup }),
      ...(apiVersion === undefined ? {} : { version: apiVersion }),
      ...rest,
    };
    const header = valueAt(this.authorization, ['rewrites', 'byHttpHeader', 'name']);
    if (header === undefined) return [attributes];
    const values = valuesOf(headers, String(header));
    return (this.props.headerValues === 'first' ? values.slice(0, 1).filter(Boolean) : values).map((value) =>
      Object.fromEntries(Object.entries(attributes).map(([key, text]) => [key, filledIn(text!, value)])),
    );
  }

  private async isAllowed({ username, fields }: Caller, resourceAttributes: Attributes): Promise<boolean> {
    this.asked.push(resourceAttributes);
    const { status, body } = await this.props.reviewer.request(
      'POST',
      '/apis/authorization.k8s.io/v1/subjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SubjectAccessReview',
        spec: { user: username, ...fields, resourceAttributes },
      },
    );
    if (status !== 201) throw new Error(`SubjectAccessReview: ${status} ${JSON.stringify(body)}`);
    return valueAt(body, ['status', 'allowed']) === true;
  }

  /** What authenticates a caller stays here, as do the headers of one hop. */
  private handOn(incoming: IncomingMessage, response: ServerResponse): void {
    const kept = handedOn(headerLines(incoming.rawHeaders)).filter(
      ([name]) => !['authorization', 'host', 'content-length'].includes(name.toLowerCase()),
    );
    const length = incoming.headers['content-length'];
    const host = `127.0.0.1:${this.props.upstreamPort}`;
    const onward = httpRequest({
      host: '127.0.0.1',
      port: this.props.upstreamPort,
      method: incoming.method,
      path: incoming.url,
      headers: [
        ...[...kept, ['X-Forwarded-For', '127.0.0.1'], ['Host', host]].flat(),
        ...(length === undefined ? [] : ['Content-Length', length]),
      ],
    });
    onward.on('response', (back) => {
      response.writeHead(back.statusCode!, back.headers);
      back.pipe(response);
    });
    onward.on('error', (error) => answer(response, 502, String(error)));
    incoming.pipe(onward);
  }
}

function filledIn(text: Value, value: string): Value {
  const filled = String(text).replaceAll(TEMPLATE, value);
  if (filled.replaceAll(value, '').includes('{{'))
    throw new Error(`Only ${TEMPLATE} is known: ${String(text)}`);
  return filled;
}

/** Values of flags `--name=a,b`; what it would not know kube-rbac-proxy refuses, and so do we. */
function flagsIn(args: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set([...INDIFFERENT, 'allow-paths', 'ignore-paths', 'auth-token-audiences']);
  const flags = new Map(
    args.map((arg) => {
      const [, name = '', value = ''] = /^--([a-z0-9-]+)=(.*)$/s.exec(arg) ?? [];
      if (!known.has(name)) throw new Error(`The front does not know the flag ${arg}`);
      return [name, value.split(',')] as const;
    }),
  );
  if (flags.has('allow-paths') && flags.has('ignore-paths')) {
    throw new Error('cannot use --allow-paths and --ignore-paths together');
  }
  return flags;
}

function splitOnce(text: string, sign: string): readonly [string, string?] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function answer(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
