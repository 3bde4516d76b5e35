/** Runs every night and keeps one line for each night: what a batch of predictions does with a table. */
export const NIGHTLY_SCRIPT = `"""Scores what came in since the last night, and writes one object for each day to the bucket.

Run twice for the same day, it writes the same object again: a Job may always be started anew.
"""
import datetime
import json
import os
import random
import urllib.request

METADATA = os.environ.get("METADATA_SERVER", "http://metadata.google.internal")
STORAGE = os.environ.get("STORAGE", "https://storage.googleapis.com")


def token():
    """Google's token of the account "lab"; there is no key."""
    url = METADATA + "/computeMetadata/v1/instance/service-accounts/default/token"
    request = urllib.request.Request(url, headers={"Metadata-Flavor": "Google"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["access_token"]


def scored(day):
    """Put your model here. The seed is the day, so that a day that runs again gives the same."""
    draw = random.Random(day)
    return [{"day": day, "example": index, "score": round(draw.random(), 4)} for index in range(100)]


day = os.environ.get("DAY") or datetime.datetime.now(datetime.timezone.utc).date().isoformat()
lines = "\\n".join(json.dumps(row) for row in scored(day)) + "\\n"
name = f"predictions/{day}.jsonl"
upload = urllib.request.Request(
    f"{STORAGE}/{os.environ['BUCKET']}/{name}",
    data=lines.encode(),
    method="PUT",
    headers={"Authorization": "Bearer " + token(), "Content-Type": "application/x-ndjson"},
)
urllib.request.urlopen(upload, timeout=60).close()
print(f"{len(lines.splitlines())} predictions: gs://{os.environ['BUCKET']}/{name}")
`;
