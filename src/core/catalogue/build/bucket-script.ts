/** Files of the bucket by Python's own library: a module that scripts of toolkits import. */
export const BUCKET_SCRIPT = `"""Files of the bucket of your place, without a key and without a package.

A pod that runs as the account "lab" gets a token from the metadata server; it is good for an hour.
"""
import json
import os
import pathlib
import shutil
import time
import urllib.error
import urllib.parse
import urllib.request

BUCKET = os.environ["BUCKET"]
STORAGE = os.environ.get("STORAGE", "https://storage.googleapis.com")
METADATA = os.environ.get("METADATA_SERVER", "http://metadata.google.internal")
TOKEN = "/computeMetadata/v1/instance/service-accounts/default/token"


def _token():
    request = urllib.request.Request(METADATA + TOKEN, headers={"Metadata-Flavor": "Google"})
    for wait in (1, 2, 4, 8, None):
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)["access_token"]
        except OSError:
            # In the first seconds of a pod there may be nobody to ask yet.
            if wait is None:
                raise
            time.sleep(wait)


def _open(path, data=None, method="GET"):
    headers = {"Authorization": "Bearer " + _token()}
    return urllib.request.urlopen(
        urllib.request.Request(STORAGE + path, data=data, headers=headers, method=method), timeout=60
    )


def names(prefix):
    """Names of all files below a prefix, by page."""
    page = ""
    while True:
        query = urllib.parse.urlencode({"prefix": prefix, "pageToken": page})
        with _open(f"/storage/v1/b/{BUCKET}/o?{query}") as answer:
            found = json.load(answer)
        yield from (item["name"] for item in found.get("items", []))
        page = found.get("nextPageToken", "")
        if not page:
            return


def fetch(name, path):
    """Copies a file of the bucket to a path."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    quoted = urllib.parse.quote(name, safe="")
    with _open(f"/storage/v1/b/{BUCKET}/o/{quoted}?alt=media") as answer, open(path, "wb") as file:
        shutil.copyfileobj(answer, file)


def put(path, name):
    """Copies a file, or all of a folder, into the bucket."""
    path = pathlib.Path(path)
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.is_file():
                put(each, f"{name}/{each.relative_to(path).as_posix()}")
        return
    _open(f"/{BUCKET}/{urllib.parse.quote(name)}", path.read_bytes(), "PUT").close()
    print(f"gs://{BUCKET}/{name}")
`;
