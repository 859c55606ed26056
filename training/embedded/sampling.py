"""Which questions are asked in training and in tests: bad and good answers about equally often for each kind."""

import random
from collections import Counter, defaultdict


def chances(views: list[dict]) -> dict[tuple[str, bool], float]:
    """How likely a triple is kept, by its kind and whether its answer is the good one: the rarer side always."""
    counts = Counter((t["kind"], t["good"]) for view in views for t in view["triples"])
    return {
        (kind, good): min(1.0, counts[kind, not good] / count) for (kind, good), count in counts.items()
    }


def draw_views(views: list[dict], kept: dict, count: int, most: int) -> list[tuple[dict, list[dict]]]:
    """Some views, each with up to `most` of its triples."""
    drawn: list[tuple[dict, list[dict]]] = []
    while len(drawn) < count:
        view = random.choice(views)
        triples = [t for t in view["triples"] if random.random() < kept[t["kind"], t["good"]]]
        if triples:
            drawn.append((view, random.sample(triples, min(most, len(triples)))))
    return drawn


def balanced(views: list[dict], per_side: int, seed: int) -> list[tuple[dict, list[dict]]]:
    """Up to `per_side` triples of each kind with a good answer and as many with a bad one, the same on every call."""
    source = random.Random(seed)
    sides: dict[tuple[str, bool], list[tuple[int, dict]]] = defaultdict(list)
    for at, view in enumerate(views):
        for triple in view["triples"]:
            sides[triple["kind"], triple["good"]].append((at, triple))
    chosen: dict[int, list[dict]] = defaultdict(list)
    for kind in sorted({kind for kind, _ in sides}):
        count = min(per_side, len(sides[kind, True]), len(sides[kind, False]))
        for good in (True, False):
            for at, triple in source.sample(sides[kind, good], count):
                chosen[at].append(triple)
    return [(views[at], triples) for at, triples in sorted(chosen.items())]
