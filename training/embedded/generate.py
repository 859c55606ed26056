"""Writing rationales: several at once behind one question, from the keys and values of the view."""

import torch

from .data import Data, Words, pack
from .model import SmolVlm


def read_view(model: SmolVlm, data: Data, words: Words, view: dict):
    """Keys and values of a view's prefix, and its length."""
    packed = pack(words, [view])
    x = model.embed(packed.ids, words.image, data.seen([view]))
    _, caches = model.model.text_model(x, packed.positions, packed.mask)
    return caches, packed.ids.shape[1]


def extend(model: SmolVlm, past, count: int, ids: torch.Tensor):
    """Reads tokens [rows, new] behind `count` that were read. Gives logits of the last one, the longer cache and its length."""
    new = ids.shape[1]
    positions = torch.arange(count, count + new)[None].expand(ids.shape[0], -1)
    mask = torch.ones(new, count + new, dtype=torch.bool).tril(count)[None, None]
    hidden, caches = model.model.text_model(model.embed(ids, -1, None), positions, mask, past)
    return model.logits(hidden[:, -1]).float(), caches, count + new


@torch.no_grad()
def write(model: SmolVlm, words: Words, past, count: int, question: list[int], rows: int, most: int, temperature: float):
    """Rationales behind a question, each a list of tokens up to and with the end of the message; temperature 0: the likeliest."""
    logits, caches, count = extend(model, past, count, torch.tensor([question]))
    caches = [(k.expand(rows, -1, -1, -1), v.expand(rows, -1, -1, -1)) for k, v in caches]
    logits = logits.expand(rows, -1)
    written: list[list[int]] = [[] for _ in range(rows)]
    ended = [False] * rows
    for _ in range(most):
        # A picture cannot be written.
        logits = logits.index_fill(-1, torch.tensor([words.image]), float("-inf"))
        if temperature == 0:
            tokens = logits.argmax(-1)
        else:
            tokens = torch.multinomial((logits / temperature).softmax(-1), 1)[:, 0]
        for row, token in enumerate(tokens.tolist()):
            if not ended[row]:
                written[row].append(token)
                ended[row] = token == words.end
        if all(ended):
            break
        logits, caches, count = extend(model, caches, count, tokens[:, None])
    return written
