/** Brings DAGs of the ConfigMap and of the bucket into the folder that Airflow reads; needs nothing but Python. */
export const SYNC_SCRIPT = `"""Keeps the folder of DAGs as the ConfigMap "airflow-dags" and the bucket's folder dags/ are."""
import json
import os
import pathlib
import re
import time
import urllib.error
import urllib.parse
import urllib.request

FOLDER = pathlib.Path(os.environ["DAGS_FOLDER"])
OWN = pathlib.Path(os.environ["DAGS_OWN"])
BUCKET = os.environ["BUCKET"]
METADATA = os.environ["METADATA_SERVER"]
STORAGE = os.environ["STORAGE"]
EVERY = float(os.environ["EVERY_SECONDS"])
PREFIX = "dags/"
MOST_FILES = 200
MOST_BYTES = 1_000_000
# The folder has 16 MiB, and ends the pod when it is full: a ConfigMap, and a file that replaces another, have the rest.
MOST_TOGETHER = 12_000_000
NAME = re.compile(r"(?:\\w[\\w-]*/)*\\w[\\w.-]*\\.(?:py|json|ya?ml|sql)")


def got(url, headers):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
        return answer.read(MOST_BYTES + 1)


def of_config_map():
    """Files by name. The keys of a ConfigMap are links, whose targets change all at once."""
    if not OWN.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in sorted(OWN.iterdir()) if NAME.fullmatch(path.name)}


class Bucket:
    """Files below dags/, each fetched once for each of its generations; those that there is no room for are named."""

    def __init__(self):
        self.known = {}

    def files(self):
        account = METADATA + "/computeMetadata/v1/instance/service-accounts/default/token"
        token = json.loads(got(account, {"Metadata-Flavor": "Google"}))["access_token"]
        headers = {"Authorization": "Bearer " + token}
        query = urllib.parse.urlencode(
            {"prefix": PREFIX, "maxResults": MOST_FILES, "fields": "items(name,generation,size)"}
        )
        listed = json.loads(got(f"{STORAGE}/storage/v1/b/{BUCKET}/o?{query}", headers)).get("items", [])
        fresh, room, without = {}, MOST_TOGETHER, []
        for item in listed:
            name, generation = item["name"][len(PREFIX):], item["generation"]
            if not NAME.fullmatch(name) or int(item["size"]) > MOST_BYTES:
                continue
            if int(item["size"]) > room:
                without.append(name)
                continue
            room -= int(item["size"])
            if self.known.get(name, (None,))[0] == generation:
                fresh[name] = self.known[name]
                continue
            path = urllib.parse.quote(item["name"], safe="")
            fresh[name] = (generation, got(f"{STORAGE}/storage/v1/b/{BUCKET}/o/{path}?alt=media", headers))
        self.known = fresh
        if without:
            return f"There is no room for {', '.join(without)}: data belongs elsewhere in the bucket."

    def by_name(self):
        return {name: text for name, (_, text) in self.known.items()}


def lay(wanted):
    """Writes what changed, each file in one step, and takes away what is not wanted any more."""
    for name, text in wanted.items():
        path = FOLDER / name
        if path.is_file() and path.read_bytes() == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name("." + path.name + ".unfinished")
        unfinished.write_bytes(text)
        unfinished.replace(path)
        print("wrote", name, flush=True)
    for path in sorted(FOLDER.rglob("*")):
        name = path.relative_to(FOLDER).as_posix()
        if path.is_file() and NAME.fullmatch(name) and name not in wanted:
            path.unlink()
            print("took away", name, flush=True)


bucket, trouble = Bucket(), None
while True:
    try:
        said = bucket.files()
    except (OSError, ValueError, KeyError) as error:
        # What came before stays: a network that is away takes no DAG away.
        said = f"The bucket cannot be read: {error}"
    if said != trouble and said is not None:
        print(said, flush=True)
    trouble = said
    lay({**bucket.by_name(), **of_config_map()})
    time.sleep(EVERY)
`;
