import type { Socket } from 'node:net';
import { createConnection } from 'node:net';

/** A few words of Redis' protocol: what a sample service needs of a cache. */
export class RedisCache {
  private buffer = '';
  private readonly waiting: ((answer: string | undefined) => void)[] = [];
  private readonly socket: Socket;

  constructor(port: number) {
    this.socket = createConnection(port, '127.0.0.1');
    this.socket.on('data', (piece) => {
      this.buffer += piece.toString('latin1');
      this.takeAnswers();
    });
  }

  get(key: string): Promise<string | undefined> {
    return this.ask('GET', key);
  }

  async set(key: string, value: string): Promise<void> {
    await this.ask('SET', key, value, 'EX', '60');
  }

  end(): void {
    this.socket.destroy();
  }

  private ask(...words: readonly string[]): Promise<string | undefined> {
    this.socket.write(
      `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`,
    );
    return new Promise((answered) => this.waiting.push(answered));
  }

  private takeAnswers(): void {
    for (;;) {
      const line = /^([+$-])([^\r]*)\r\n/.exec(this.buffer);
      if (line === null) return;
      const [head, kind, text] = line as unknown as [string, string, string];
      const length = kind === '$' ? Number(text) : -1;
      if (length >= 0 && this.buffer.length < head.length + length + 2) return;
      const value = length >= 0 ? this.buffer.slice(head.length, head.length + length) : undefined;
      this.buffer = this.buffer.slice(head.length + (length >= 0 ? length + 2 : 0));
      this.waiting.shift()?.(value);
    }
  }
}
