import type { ToolkitPlace } from '../toolkit';

/** Where programs of the place find its other tools. */
const ADDRESSES: Readonly<Record<string, string>> = {
  mlflow: 'http://mlflow:5000',
  postgres: 'postgres:5432',
  ray: 'http://ray:8265',
  redis: 'redis:6379',
  spark: 'spark://spark:7077',
};

const lines = (text: string): readonly string[] => text.split(/(?<=\n)/);

const words = (source: string): unknown => ({ cell_type: 'markdown', metadata: {}, source: lines(source) });

const code = (source: string): unknown => ({
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source: lines(source),
});

const REACHED = `import socket
from urllib.parse import urlsplit


def answers(address):
    """Whether something listens there; a tool that sleeps does not."""
    parts = urlsplit(address if "://" in address else f"//{address}")
    try:
        with socket.create_connection((parts.hostname, parts.port), timeout=3):
            return True
    except OSError:
        return False


for name, address in tools.items():
    print(f"{name:10} {address:28} {'answers' if answers(address) else 'sleeps or is not there'}")`;

/** Storage is asked in its own words, so that no package need be installed first. */
const BUCKET = `import json
import urllib.request


def google(address, headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
        return json.load(answer)


account = "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token"
token = google(account, {"Metadata-Flavor": "Google"})["access_token"]
listing = google(f"https://storage.googleapis.com/storage/v1/b/{bucket}/o", {"Authorization": f"Bearer {token}"})
[item["name"] for item in listing.get("items", [])]`;

/** The first notebook: which tools the place has, and what is in its bucket. */
export function welcomeNotebook({ bucket, toolkits }: Pick<ToolkitPlace, 'bucket' | 'toolkits'>): string {
  const tools = toolkits.filter((id) => id in ADDRESSES).map((id) => `    "${id}": "${ADDRESSES[id]}",\n`);
  return `${JSON.stringify(
    {
      cells: [
        words('# Welcome\nThis notebook is read-only here: copy it to your home folder to change it.'),
        words('## The tools of your place'),
        code(`tools = {\n${tools.join('')}}\n${REACHED}`),
        words('## Your bucket\nThe pod says who it is to Google by itself: there is no key to lose.'),
        code(`bucket = "${bucket}"\n${BUCKET}`),
      ],
      metadata: {
        kernelspec: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    undefined,
    1,
  )}\n`;
}
