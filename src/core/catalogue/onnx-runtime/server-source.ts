/** A server of ONNX models that speaks the Open Inference Protocol, as Triton and KServe do. */
export const SERVER_SOURCE = `"""ONNX Runtime behind the Open Inference Protocol: what asks this server can ask Triton and KServe too.

Models are folders: <name>/<version>/model.onnx. The newest version of each is loaded when the server starts.
"""
import os
from pathlib import Path

import numpy
import onnxruntime
from fastapi import FastAPI, HTTPException
from prometheus_fastapi_instrumentator import Instrumentator
from pydantic import BaseModel, Field

TYPES = {
    "BOOL": numpy.bool_,
    "INT8": numpy.int8,
    "INT32": numpy.int32,
    "INT64": numpy.int64,
    "UINT8": numpy.uint8,
    "FP16": numpy.float16,
    "FP32": numpy.float32,
    "FP64": numpy.float64,
}
NAMES = {numpy.dtype(value): name for name, value in TYPES.items()}
OF_ONNX = {
    "tensor(bool)": "BOOL",
    "tensor(int8)": "INT8",
    "tensor(int32)": "INT32",
    "tensor(int64)": "INT64",
    "tensor(uint8)": "UINT8",
    "tensor(float16)": "FP16",
    "tensor(float)": "FP32",
    "tensor(double)": "FP64",
}


class Tensor(BaseModel):
    name: str
    shape: list[int]
    datatype: str
    data: list


class Question(BaseModel):
    inputs: list[Tensor] = Field(min_length=1)
    id: str | None = None


class Model:
    def __init__(self, folder: Path) -> None:
        versions = [each for each in folder.iterdir() if each.name.isdigit() and (each / "model.onnx").is_file()]
        if not versions:
            raise SystemExit(f"{folder.name}: no folder with a number that has model.onnx in it")
        newest = max(versions, key=lambda each: int(each.name))
        options = onnxruntime.SessionOptions()
        # One question uses this many threads: more than the pod may have would only wait for each other.
        options.intra_op_num_threads = int(os.environ.get("THREADS", "1"))
        self.name, self.version = folder.name, newest.name
        self.session = onnxruntime.InferenceSession(
            newest / "model.onnx", options, providers=["CPUExecutionProvider"]
        )

    def described(self) -> dict:
        def tensors(values) -> list[dict]:
            return [
                {
                    "name": value.name,
                    "datatype": OF_ONNX.get(value.type, "BYTES"),
                    "shape": [size if isinstance(size, int) else -1 for size in value.shape],
                }
                for value in values
            ]

        inputs, outputs = self.session.get_inputs(), self.session.get_outputs()
        return {
            "name": self.name,
            "versions": [self.version],
            "platform": "onnxruntime_onnx",
            "inputs": tensors(inputs),
            "outputs": tensors(outputs),
        }

    def answer(self, question: Question) -> dict:
        inputs = {each.name: numpy_of(each) for each in question.inputs}
        names = [output.name for output in self.session.get_outputs()]
        try:
            values = self.session.run(names, inputs)
        except Exception as error:
            # What ONNX Runtime refuses is a question that does not fit: it says which tensor, and what it wants.
            raise HTTPException(400, str(error)) from None
        return {
            "model_name": self.name,
            "model_version": self.version,
            **({} if question.id is None else {"id": question.id}),
            "outputs": [
                {
                    "name": name,
                    "datatype": NAMES.get(value.dtype, "BYTES"),
                    "shape": list(value.shape),
                    "data": value.ravel().tolist(),
                }
                for name, value in zip(names, values)
            ],
        }


def numpy_of(tensor: Tensor) -> numpy.ndarray:
    if tensor.datatype not in TYPES:
        raise HTTPException(400, f"{tensor.name}: {tensor.datatype} is none of {', '.join(TYPES)}")
    try:
        return numpy.array(tensor.data, dtype=TYPES[tensor.datatype]).reshape(tensor.shape)
    except (ValueError, TypeError, OverflowError) as error:
        raise HTTPException(400, f"{tensor.name}: {error}") from None


def loaded(folder: Path) -> dict[str, Model]:
    return {each.name: Model(each) for each in sorted(folder.iterdir()) if each.is_dir() and each.name[0] != "."}


MODELS = loaded(Path(os.environ.get("MODELS", "/models")))
app = FastAPI(title="ONNX Runtime")


def found(name: str) -> Model:
    if name not in MODELS:
        raise HTTPException(404, f"no model {name}; there are: {', '.join(MODELS)}")
    return MODELS[name]


@app.get("/v2/health/live")
@app.get("/v2/health/ready")
def health() -> dict[str, bool]:
    return {"ready": True}


@app.get("/v2")
def server() -> dict:
    return {"name": "onnxruntime", "version": onnxruntime.__version__, "models": list(MODELS)}


@app.get("/v2/models/{name}")
def describe(name: str) -> dict:
    return found(name).described()


@app.get("/v2/models/{name}/ready")
def ready(name: str) -> dict:
    return {"name": found(name).name, "ready": True}


# Not "async": a question is work for the processor, and the probes are to be answered meanwhile.
@app.post("/v2/models/{name}/infer")
def infer(name: str, question: Question) -> dict:
    return found(name).answer(question)


Instrumentator(excluded_handlers=["/metrics", "/v2/health/.*"]).instrument(
    app, latency_lowr_buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5)
).expose(app, include_in_schema=False)
`;

/** How a student asks a server of this protocol; nothing has to be installed. */
export const inferExample = (server: string): string => `"""Ask a model by the Open Inference Protocol.

Run it in a pod of your place, or forward the port and set SERVER=http://localhost:8000.
"""
import json
import os
import sys
import urllib.request

server = os.environ.get("SERVER", "${server}")
model = sys.argv[1] if len(sys.argv) > 1 else "sample"


def asked(path, question=None):
    data = None if question is None else json.dumps(question).encode()
    request = urllib.request.Request(server + path, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


described = asked(f"/v2/models/{model}")
print("takes:", [(each["name"], each["datatype"], each["shape"]) for each in described["inputs"]])

# Two rows in one question: a batch. Values of a tensor are one list, row after row.
question = {"inputs": [{"name": "features", "datatype": "FP32", "shape": [2, 3], "data": [1, 2, 3, 4, 0, 0]}]}
for output in asked(f"/v2/models/{model}/infer", question)["outputs"]:
    print(f"{output['name']}:", output["data"])
`;
