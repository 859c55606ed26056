"""Rewrites a TensorFlow.js graph model into operators that TensorFlow itself can read."""

import base64
import copy

PLAIN = {
    "_FusedConv2D": "Conv2D",
    "FusedDepthwiseConv2dNative": "DepthwiseConv2dNative",
    "_FusedMatMul": "MatMul",
}
CONVOLUTION_ATTRIBUTES = ("T", "strides", "padding", "data_format", "dilations", "explicit_paddings")
MATMUL_ATTRIBUTES = ("T", "transpose_a", "transpose_b")
ACTIVATIONS = ("Relu", "Relu6", "Elu", "Sigmoid")


def plain_graph(model):
    """Returns a copy of a parsed model.json without fused operators."""
    model = copy.deepcopy(model)
    nodes = []
    for node in model["modelTopology"]["node"]:
        if node["op"] == "TopKV2":
            # An attribute that TensorFlow has come to want.
            node.setdefault("attr", {})["index_type"] = {"type": "DT_INT32"}
        nodes.extend(split(node) if node["op"] in PLAIN else [node])
    model["modelTopology"]["node"] = nodes
    return model


def split(node):
    """The chain of plain operators for a fused one; its last link keeps the name."""
    attributes = node["attr"]
    kept = MATMUL_ATTRIBUTES if node["op"] == "_FusedMatMul" else CONVOLUTION_ATTRIBUTES
    first = {
        "name": node["name"] + "/plain",
        "op": PLAIN[node["op"]],
        "input": node["input"][:2],
        "attr": {key: attributes[key] for key in kept if key in attributes},
    }
    chain = [first]
    extra = list(node["input"][2:])
    for encoded in attributes["fused_ops"]["list"]["s"]:
        operator = base64.b64decode(encoded).decode()
        inputs = [chain[-1]["name"]]
        if operator == "BiasAdd":
            # Some biases have the shape of a whole picture, which only an addition takes.
            inputs.append(extra.pop(0))
            operator = "AddV2"
        elif operator not in ACTIVATIONS:
            raise ValueError(f"{node['name']} fuses {operator}, which is not known here.")
        chain.append(
            {
                "name": f"{node['name']}/{operator}",
                "op": operator,
                "input": inputs,
                "attr": {"T": attributes["T"]},
            }
        )
    if extra:
        raise ValueError(f"{node['name']} has inputs that no fused operator takes.")
    chain[-1]["name"] = node["name"]
    return chain
