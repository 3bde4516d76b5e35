/** Puts a model beside a note of how it was made, and gets the newest; `BUCKET_NAME` is written by who hands it out. */
export const BUCKET_SCRIPT = `# pip install google-cloud-storage
import datetime
import json
import os
import pickle
import sys

from google.cloud import storage

bucket = storage.Client().bucket(os.environ.get("BUCKET", "BUCKET_NAME"))


def save(model, **made_by):
    """Under a name of its own: a model that somebody serves is never replaced under them."""
    name = datetime.datetime.now(datetime.timezone.utc).strftime("models/%Y%m%dT%H%M%SZ.pkl")
    blob = bucket.blob(name)
    blob.metadata = {"made-by": json.dumps(made_by, sort_keys=True)}
    # The generation 0 means: only if there is none of this name yet.
    blob.upload_from_string(pickle.dumps(model), if_generation_match=0)
    return name


def newest():
    names = sorted(blob.name for blob in bucket.list_blobs(prefix="models/"))
    if not names:
        sys.exit("There is no model yet.")
    # Only your own place writes here; never unpickle what others could have written.
    return names[-1], pickle.loads(bucket.blob(names[-1]).download_as_bytes())


print("saved", save({"slope": 0.42, "intercept": 0.1}, learning_rate=0.01))
print("newest", *newest())
`;
