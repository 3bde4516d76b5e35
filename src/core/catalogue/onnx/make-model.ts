/** Makes the sample model, checks it, and asks it: three numbers in, their weighted sum out. */
export const MAKE_MODEL = `"""Make a model in ONNX by hand, check it and run it.

Frameworks write such files for you: torch.onnx.export, tf2onnx, skl2onnx. Here you see what is in one: a graph
of operators with the tensors that they share. The number of rows is open, so that one question may hold many.
"""
import os
import sys

import numpy
import onnx
import onnxruntime
from onnx import TensorProto, helper

weights = helper.make_tensor("weights", TensorProto.FLOAT, [3, 1], [0.5, -0.25, 1.0])
offset = helper.make_tensor("offset", TensorProto.FLOAT, [1], [2.0])
graph = helper.make_graph(
    [helper.make_node("Gemm", ["features", "weights", "offset"], ["score"])],
    "sample",
    [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["rows", 3])],
    [helper.make_tensor_value_info("score", TensorProto.FLOAT, ["rows", 1])],
    [weights, offset],
)
# Both numbers say how new a server has to be: older is read by more of them.
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model, full_check=True)

path = sys.argv[1] if len(sys.argv) > 1 else "model.onnx"
onnx.save(model, path)
print(onnx.printer.to_text(model.graph))

session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
features = numpy.array([[1, 2, 3], [4, 0, 0]], dtype=numpy.float32)
(scores,) = session.run(["score"], {"features": features})
print("asked:", features.tolist())
print("answered:", scores.tolist())

if "BUCKET" in os.environ:
    # In the Job: from here the server of your place gets it when it starts.
    import bucket

    bucket.put(path, "models/onnx-runtime/my-model/1/model.onnx")
`;
