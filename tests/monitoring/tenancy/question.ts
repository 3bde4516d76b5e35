import { request as httpRequest } from 'node:http';
import type { HeaderLines } from './go-http';

/** A request, sent byte for byte as it stands here. */
export interface Question {
  /** @default 'GET' */
  readonly method?: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: HeaderLines;
  /** @default - none */
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location?: string;
}

const LONGEST_WAIT = 15_000;

/** Asks a loopback port. */
export function ask(port: number, { method = 'GET', path, headers, body }: Question): Promise<Answer> {
  const length = body === undefined ? [] : ['Content-Length', String(Buffer.byteLength(body))];
  return new Promise((done, fail) => {
    const call = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: ['Host', `127.0.0.1:${port}`, ...headers.flat(), ...length],
      timeout: LONGEST_WAIT,
    });
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const { location } = response.headers;
        done({
          status: response.statusCode!,
          body: Buffer.concat(chunks).toString(),
          ...(location === undefined ? {} : { location }),
        });
      });
    });
    call.on('timeout', () => call.destroy(new Error(`No answer to ${path} within ${LONGEST_WAIT / 1000} s`)));
    call.on('error', fail);
    call.end(body);
  });
}
