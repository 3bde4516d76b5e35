import { Agent, request } from 'node:https';
import type { Attributes, Value } from '../../../rehearsal/values/value';
import { isRecord } from '../../../rehearsal/values/value';

/** Where an API server is, and who asks it. */
export interface KubeEndpoint {
  readonly url: string;
  readonly token: string;
  /** Certificate that its own is checked against. */
  readonly authority: Buffer;
}

export interface KubeAnswer {
  readonly status: number;
  /** An object of the API; text where it answers with text. */
  readonly body: Attributes | string;
}

/** Calls of an API server, with what is sent to it as it is: nothing drops a field that it does not know. */
export interface KubeConnection {
  request(
    method: string,
    path: string,
    body?: Value,
    headers?: Readonly<Record<string, string>>,
  ): Promise<KubeAnswer>;
  close(): void;
}

export function connectTo({ url, token, authority }: KubeEndpoint): KubeConnection {
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ca: authority });
  return {
    request: (method, path, body, headers = {}) =>
      new Promise((done, fail) => {
        const call = request(
          `${url}${path}`,
          {
            method,
            agent,
            headers: {
              Authorization: `Bearer ${token}`,
              Accept: 'application/json',
              ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
              ...headers,
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', fail);
            response.on('end', () => {
              const text = Buffer.concat(chunks).toString('utf8');
              done({ status: response.statusCode ?? 0, body: parsed(text) });
            });
          },
        );
        call.on('error', fail);
        call.end(body === undefined ? undefined : JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
}

/** An object; text where it is none, as in the several lines of a watch. */
function parsed(text: string): Attributes | string {
  if (!text.startsWith('{')) return text.trim();
  try {
    const value = JSON.parse(text) as Value;
    return isRecord(value) ? value : text;
  } catch {
    return text;
  }
}
