/** Moves a network from the operators of 2018 to those of today. */
export const MOVE_MODEL = `"""Move a model to newer operators, and see that it answers the same.

CNTK 2.7 exported ONNX with the operators of version 9 (2018). A network of two layers in that version stands here
for such a file: put onnx.load("my.onnx") in its place if you have one.
"""
import numpy
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper, version_converter

OLD, NEW = 9, 21
draw = numpy.random.default_rng(7)


def constant(name, shape):
    return numpy_helper.from_array(draw.normal(size=shape).astype("float32"), name)


graph = helper.make_graph(
    [
        helper.make_node("Gemm", ["features", "w1", "b1"], ["z1"]),
        helper.make_node("Relu", ["z1"], ["h1"]),
        helper.make_node("Dropout", ["h1"], ["d1"], ratio=0.5),
        helper.make_node("Gemm", ["d1", "w2", "b2"], ["z2"]),
        helper.make_node("Softmax", ["z2"], ["share"], axis=1),
    ],
    "two-layers",
    [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["rows", 4])],
    [helper.make_tensor_value_info("share", TensorProto.FLOAT, ["rows", 3])],
    [constant("w1", (4, 16)), constant("b1", (16,)), constant("w2", (16, 3)), constant("b2", (3,))],
)
old = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OLD)], ir_version=4)
onnx.checker.check_model(old)

new = version_converter.convert_version(old, NEW)
new.ir_version = 10
onnx.checker.check_model(new)
for before, after in zip(old.graph.node, new.graph.node):
    if before.SerializeToString() != after.SerializeToString():
        print(f"{before.op_type} is written in another way now")

features = draw.normal(size=(5, 4)).astype("float32")


def answered(model):
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"features": features})[0]


assert numpy.allclose(answered(old), answered(new), atol=1e-6)
print(f"operators of version {OLD} and of version {NEW} answer the same for {len(features)} rows")
`;
