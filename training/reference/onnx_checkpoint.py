"""A SmolVLM checkpoint in the hub's layout: its weights under the names of the state dict, and its three ONNX sessions."""

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

SESSIONS = ("embed_tokens", "vision_encoder", "decoder_model_merged")


def state_dict(folder: Path) -> dict[str, np.ndarray]:
    """Weights out of the float32 files. Those marked as transposed are turned; constants of the graph are left out.

    Raises where two files give one name different values.
    """
    found: dict[str, np.ndarray] = {}
    for session in SESSIONS:
        for tensor in onnx.load(folder / "onnx" / f"{session}.onnx").graph.initializer:
            if not tensor.name.endswith((".weight", ".bias")):
                continue
            value = numpy_helper.to_array(tensor)
            if tensor.doc_string == "transposed":
                value = value.T
            if tensor.name in found and not np.array_equal(found[tensor.name], value):
                raise ValueError(f"{tensor.name} has other values in {session}.onnx than in the file before.")
            found[tensor.name] = np.array(value, order="C")
    return found


class OnnxCheckpoint:
    """The sessions, called as a runtime in the browser calls them."""

    def __init__(self, folder: Path, suffix: str = "") -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        self._embed, self._vision, self._decoder = (
            onnxruntime.InferenceSession(
                folder / "onnx" / f"{name}{suffix}.onnx", options, providers=["CPUExecutionProvider"]
            )
            for name in SESSIONS
        )
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._image_token = config["image_token_id"]

    def image_features(self, pixel_values: np.ndarray) -> np.ndarray:
        """[images, 3, side, side] → [images, tokens, hidden]."""
        mask = np.ones((1, len(pixel_values), *pixel_values.shape[2:]), dtype=bool)
        return self._vision.run(
            ["image_features"], {"pixel_values": pixel_values[None], "pixel_attention_mask": mask}
        )[0]

    def embeddings(self, ids: list[int], image_features: np.ndarray | None = None) -> np.ndarray:
        """[1, len(ids), hidden], with image features in place of image tokens."""
        row = np.array([ids], dtype=np.int64)
        embedded = self._embed.run(["inputs_embeds"], {"input_ids": row})[0]
        if image_features is not None:
            embedded[row == self._image_token] = image_features.reshape(-1, embedded.shape[-1])
        return embedded

    def decode(self, embedded: np.ndarray, cache: dict[str, np.ndarray] | None = None) -> tuple[np.ndarray, dict]:
        """Logits of the last position [vocabulary], and the cache with the new positions."""
        cache = self._empty_cache() if cache is None else cache
        past = next(iter(cache.values())).shape[2]
        total = past + embedded.shape[1]
        inputs = {
            "inputs_embeds": embedded,
            "attention_mask": np.ones((1, total), dtype=np.int64),
            "position_ids": np.arange(past, total, dtype=np.int64)[None],
            "num_logits_to_keep": np.array(1, dtype=np.int64),
            **cache,
        }
        known = {entry.name for entry in self._decoder.get_inputs()}
        names = [entry.name for entry in self._decoder.get_outputs()]
        outputs = dict(zip(names, self._decoder.run(names, {k: v for k, v in inputs.items() if k in known}), strict=True))
        logits = outputs.pop("logits")[0, -1]
        return logits, {name.replace("present", "past_key_values"): value for name, value in outputs.items()}

    def _empty_cache(self) -> dict[str, np.ndarray]:
        return {
            entry.name: np.zeros((1, entry.shape[1], 0, entry.shape[3]), dtype=np.float32)
            for entry in self._decoder.get_inputs()
            if entry.name.startswith("past_key_values")
        }
