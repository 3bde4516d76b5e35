import { fieldAt } from '../../kubernetes/field-at';
import { shown } from '../../input/problem';
import { Bytes, Cpu } from '../../domain/quantity';
import type { ObjectFault } from './fault';
import type { PodContainer } from './pod-maker';

interface Amount {
  readonly name: string;
  readonly example: string;
  readonly allowed: string;
  readonly numberOf: (text: string) => number | undefined;
}

const AMOUNTS: readonly Amount[] = [
  { name: 'cpu', example: '250m', allowed: Cpu.ALLOWED, numberOf: (text) => Cpu.tryParse(text)?.millis },
  {
    name: 'memory',
    example: '256Mi',
    allowed: Bytes.ALLOWED,
    numberOf: (text) => Bytes.tryParse(text)?.bytes,
  },
  {
    name: 'ephemeral-storage',
    example: '256Mi',
    allowed: Bytes.ALLOWED,
    numberOf: (text) => Bytes.tryParse(text)?.bytes,
  },
];

/** Amounts that a container does not name, names so that nobody reads them, or guarantees beyond its limit. */
export const amountFaults = (container: PodContainer): readonly ObjectFault[] =>
  AMOUNTS.flatMap((amount) => {
    const [request, limit] = (['requests', 'limits'] as const).map((kind) => read(container, kind, amount));
    if (request!.fault !== undefined || limit!.fault !== undefined)
      return [request!.fault, limit!.fault].filter((fault) => fault !== undefined);
    if (request!.number! <= limit!.number!) return [];
    return [
      {
        path: [...container.path, 'resources', 'requests', amount.name],
        message: 'more is guaranteed than may be used',
        write: `${amount.name} in limits that is as large, or a smaller request`,
      },
    ];
  });

interface Read {
  readonly number?: number;
  readonly fault?: ObjectFault;
}

function read({ container, path }: PodContainer, kind: 'requests' | 'limits', amount: Amount): Read {
  const value = fieldAt(container, 'resources', kind, amount.name);
  const at = [...path, 'resources', kind, amount.name];
  const write = `resources: { ${kind}: { ${amount.name}: ${amount.example} } }`;
  if (value === undefined)
    return { fault: { path: at, message: `the container names no ${amount.name} in ${kind}`, write } };
  const number = amount.numberOf(String(value));
  if (number !== undefined) return { number };
  return {
    fault: {
      path: at,
      message: 'this is no amount that is read',
      got: shown(value),
      allowed: amount.allowed,
      write,
    },
  };
}
