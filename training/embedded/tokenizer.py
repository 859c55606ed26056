"""The model's own tokenizer: byte-level BPE on the product's questions and reasons, with SmolVLM's special tokens."""

import json
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from .model import Dims

HEAD = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
SPLITS = range(1, 7)
TAIL = [
    "<global-img>",
    *[f"<row_{row}_col_{column}>" for row in SPLITS for column in SPLITS],
    "<fake_token_around_image>",
    "<image>",
    "<end_of_utterance>",
]
# "Yes" and "No" after a space, a quote or nothing; the tags of the protocol.
SPELLINGS = ["Yes", "No", " Yes", " No", '"Yes"', "<think>", "</think>", "<answer>", "</answer>", " <think>"]


def train(texts: list[str], vocabulary: int) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - len(TAIL),
        special_tokens=HEAD,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts + SPELLINGS * 50, trainer)
    # Every id has a token: where the corpus gives too few, fillers that no text is cut into.
    missing = vocabulary - len(TAIL) - tokenizer.get_vocab_size()
    tokenizer.add_tokens([AddedToken(f"<filler_{i}>", special=True) for i in range(missing)])
    tokenizer.add_special_tokens(TAIL)
    assert tokenizer.token_to_id(TAIL[-1]) == vocabulary - 1
    return tokenizer


def main(data: Path, out: Path) -> None:
    texts = []
    for part in data.glob("views-*.jsonl"):
        for line in part.open():
            view = json.loads(line)
            if view["split"] == "train":
                texts += [view["introduction"], *view["captions"]]
                texts += [t[key] for t in view["triples"] for key in ("quick", "reasoned", "reason")]
    out.mkdir(parents=True, exist_ok=True)
    train(texts, Dims().vocabulary).save(str(out / "tokenizer.json"))


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    main(arguments.data, arguments.out)
