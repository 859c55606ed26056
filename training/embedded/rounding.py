"""Weights as the published q4 files hold them, so that a model can be taught and tested as it will run (test/models/onnx/quantize.ts)."""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

from .model import SmolVlm, four_bit

@contextmanager
def rounded(model: SmolVlm) -> Iterator[None]:
    """While it lasts the model computes with rounded weights; gradients are those of the weights themselves once it ends."""
    layers = [module for module in model.modules() if isinstance(module, nn.Linear)]
    exact = [layer.weight.data for layer in layers]
    for layer in layers:
        layer.weight.data = four_bit(layer.weight.data)
    model.rounds_logits = True
    try:
        yield
    finally:
        for layer, weight in zip(layers, exact, strict=True):
            layer.weight.data = weight
        model.rounds_logits = False
