/** Compares two tables of numbers column by column; needs nothing but Python. */
export const DRIFT_REPORT = `"""Has the data changed? Compare what comes in now with what the model was trained on.

    python3 drift_report.py reference.csv current.csv report.html

Either table, and the report, may be in a bucket: gs://bucket/name. For each column of numbers:

- PSI, the population stability index: the reference is cut into ten parts of equal size, and the
  shares that fall into them now are compared. Below 0.1 little has changed, above 0.25 much has.
- KS, the statistic of Kolmogorov and Smirnov: the largest distance between both distributions, and
  how probable a distance as large is if nothing has changed.

Ends with 1 if a column has changed much, so that a Job fails and somebody looks.
"""
import csv
import html
import io
import json
import math
import os
import sys
import urllib.parse
import urllib.request
from bisect import bisect_right
from pathlib import Path

PARTS = 10
MUCH, LITTLE = 0.25, 0.1
STORAGE = os.environ.get("STORAGE_EMULATOR_HOST", "https://storage.googleapis.com")
METADATA = os.environ.get("GCE_METADATA_HOST", "metadata.google.internal")


def psi(reference, current):
    """Population stability index. A share of nothing is counted as half a value, or it would be infinite."""
    ordered = sorted(reference)
    cuts = sorted({ordered[len(ordered) * part // PARTS] for part in range(1, PARTS)})

    def shares(values):
        counts = [0] * (len(cuts) + 1)
        for value in values:
            counts[bisect_right(cuts, value)] += 1
        return [max(count, 0.5) / len(values) for count in counts]

    return sum((c - r) * math.log(c / r) for r, c in zip(shares(reference), shares(current)))


def ks(reference, current):
    """Largest distance of both distributions, and the probability of one as large by chance."""
    a, b = sorted(reference), sorted(current)
    distance = max(abs(bisect_right(a, x) / len(a) - bisect_right(b, x) / len(b)) for x in {*a, *b})
    size = math.sqrt(len(a) * len(b) / (len(a) + len(b)))
    scaled = (size + 0.12 + 0.11 / size) * distance
    if scaled < 0.2:
        return distance, 1.0
    series = (2 * (-1) ** (k - 1) * math.exp(-2 * (k * scaled) ** 2) for k in range(1, 101))
    return distance, min(1.0, max(0.0, sum(series)))


def token():
    """The token of this pod's account, from the metadata server: there is no key anywhere."""
    address = f"http://{METADATA}/computeMetadata/v1/instance/service-accounts/default/token"
    request = urllib.request.Request(address, headers={"Metadata-Flavor": "Google"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["access_token"]


def asked(path, data=None, kind="text/html; charset=utf-8"):
    headers = {"Authorization": f"Bearer {token()}", **({"Content-Type": kind} if data else {})}
    with urllib.request.urlopen(urllib.request.Request(STORAGE + path, data, headers), timeout=60) as answer:
        return answer.read()


def in_bucket(place):
    bucket, _, name = place.removeprefix("gs://").partition("/")
    return bucket, urllib.parse.quote(name, safe="")


def read(place):
    if not place.startswith("gs://"):
        return Path(place).read_text()
    bucket, name = in_bucket(place)
    return asked(f"/storage/v1/b/{bucket}/o/{name}?alt=media").decode()


def write(place, text):
    if not place.startswith("gs://"):
        return Path(place).write_text(text)
    bucket, name = in_bucket(place)
    return asked(f"/upload/storage/v1/b/{bucket}/o?uploadType=media&name={name}", text.encode())


def columns(text):
    """Columns of numbers by name; a value that is missing or no number is left out."""
    found = {}
    for row in csv.DictReader(io.StringIO(text)):
        for name, value in row.items():
            try:
                number = float(value)
            except (TypeError, ValueError):
                continue
            if math.isfinite(number):
                found.setdefault(name, []).append(number)
    return found


def compared(reference, current):
    """A row for each column that both have with enough values, most changed first."""
    rows = []
    for name in sorted(reference.keys() & current.keys()):
        was, now = reference[name], current[name]
        if min(len(was), len(now)) < PARTS:
            continue
        index, (distance, chance) = psi(was, now), ks(was, now)
        verdict = "changed" if index > MUCH else "look" if index > LITTLE else "same"
        means = sum(was) / len(was), sum(now) / len(now)
        rows.append((name, verdict, index, distance, chance, *means))
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def page(rows):
    head = "".join(f"<th>{title}" for title in ("Column", "", "PSI", "KS", "by chance", "mean then", "mean now"))
    body = "".join(
        f'<tr class="{row[1]}"><td>{html.escape(row[0])}<td>{row[1]}' + "".join(f"<td>{value:.3g}" for value in row[2:])
        for row in rows
    )
    style = "body{font:16px sans-serif;margin:2em}td,th{padding:.3em 1em;text-align:left}.changed{background:#fdd}.look{background:#ffd}"
    return f"<!doctype html><meta charset=utf-8><title>Drift</title><style>{style}</style><h1>Drift</h1><table><tr>{head}{body}</table>"


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    rows = compared(columns(read(sys.argv[1])), columns(read(sys.argv[2])))
    if not rows:
        sys.exit(f"No column of numbers with {PARTS} values or more is in both tables.")
    write(sys.argv[3], page(rows))
    for row in rows:
        print(f"{row[1]:8} PSI {row[2]:.3f}  KS {row[3]:.3f}  {row[0]}")
    sys.exit(1 if any(row[1] == "changed" for row in rows) else 0)
`;
