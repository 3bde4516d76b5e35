/** How a student asks TensorFlow Serving; nothing has to be installed. */
export const PREDICT_EXAMPLE = `"""Ask a model of TensorFlow Serving.

Run it in a pod of your place, or forward the port and set SERVER=http://localhost:8501.
"""
import json
import os
import sys
import urllib.request

server = os.environ.get("SERVER", "http://tf-serving:8501")
model = sys.argv[1] if len(sys.argv) > 1 else "sample"


def asked(path, question=None):
    data = None if question is None else json.dumps(question).encode()
    request = urllib.request.Request(f"{server}/v1/models/{model}{path}", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


for version in asked("")["model_version_status"]:
    print("version", version["version"], version["state"])

# Two rows in one question: a batch. A model that takes several tensors wants objects by their names instead.
print(asked(":predict", {"instances": [[1, 2, 3], [4, 0, 0]]})["predictions"])
`;
