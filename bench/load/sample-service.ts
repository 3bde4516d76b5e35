import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { RedisCache } from './redis-cache';

/** How a sample service behaves; one that is `absent` has nobody behind its address. */
export type Manner = 'good' | 'slow' | 'flaky' | 'absent';

/** Milliseconds that a model thinks about a text that it has not seen. */
const THINKING = { good: 80, slow: 2_500, flaky: 80, absent: 0 } as const satisfies Record<Manner, number>;

/** A prediction service with a cache in front of its model, as w255's project has. */
export class SampleService {
  static async start(manner: Manner, place: string, redisPort: number): Promise<SampleService> {
    const service = new SampleService(manner, place, new RedisCache(redisPort));
    await once(service.server.listen(0, '127.0.0.1'), 'listening');
    service.port = (service.server.address() as AddressInfo).port;
    if (manner === 'absent') await service.stop();
    return service;
  }

  port = 0;
  hits = 0;
  answered = 0;
  private readonly server: Server;

  private constructor(
    private readonly manner: Manner,
    private readonly place: string,
    private readonly cache: RedisCache,
  ) {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        void this.predict(body).then(
          (prediction) => response.end(prediction),
          () => response.writeHead(500).end(),
        );
      });
    });
  }

  async stop(): Promise<void> {
    this.cache.end();
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async predict(body: string): Promise<string> {
    this.answered += 1;
    if (this.manner === 'flaky' && this.answered % 3 === 0) throw new Error('every third one fails');
    const key = `${this.place}:${createHash('sha256').update(body).digest('hex')}`;
    const known = await this.cache.get(key);
    if (known !== undefined && this.manner !== 'slow') {
      this.hits += 1;
      return known;
    }
    await pause(THINKING[this.manner]);
    const prediction = JSON.stringify({ predictions: [{ label: 'POSITIVE', score: 0.99 }] });
    await this.cache.set(key, prediction);
    return prediction;
  }
}
