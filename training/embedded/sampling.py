"""Which questions are asked in training and in tests: bad and good answers about equally often for each kind and view.

Some kinds have bad answers in one view only, since the others do not show them; there the view alone would give the answer away.
"""

import random
from collections import Counter, defaultdict

# What has no bad answers is asked now and then in training, and never in tests.
RARELY = 0.03


def chances(views: list[dict]) -> dict[tuple[str, str, bool], float]:
    """How likely a triple is kept, by its kind, view and whether its answer is the good one: the rarer side always."""
    counts = Counter((t["kind"], view["view"], t["good"]) for view in views for t in view["triples"])
    return {
        (kind, view, good): min(1.0, max(RARELY, counts[kind, view, not good] / count))
        for (kind, view, good), count in counts.items()
    }


def only(views: list[dict], kinds: list[str]) -> list[dict]:
    """The views with what they can be asked of these kinds; those without any are left out."""
    kept = [view | {"triples": [t for t in view["triples"] if t["kind"] in kinds]} for view in views]
    return [view for view in kept if view["triples"]]


class Sides:
    """Draws views so that each kind and view comes as often with a bad answer as with a good one.

    Weighing the rarer side more in the loss instead does not do: with one bad answer in fifteen, clarity and noise are not learnt.
    """

    def __init__(self, views: list[dict]):
        sides: dict[tuple[str, str, bool], list[dict]] = defaultdict(list)
        for view in views:
            for triple in view["triples"]:
                sides[triple["kind"], view["view"], triple["good"]].append(view)
        self.sides = [own for (kind, view, good), own in sorted(sides.items()) if (kind, view, not good) in sides]

    def draw(self, count: int) -> list[dict]:
        return [random.choice(random.choice(self.sides)) for _ in range(count)]


class Asked:
    """Draws views with some of their triples, good and bad answers about equally often for each kind and view."""

    def __init__(self, views: list[dict]):
        self.views = Sides(views)
        self.kept = chances(self.views.draw(5000))

    def draw(self, count: int, most: int) -> list[tuple[dict, list[dict]]]:
        """Views, each with up to `most` of its triples."""
        drawn: list[tuple[dict, list[dict]]] = []
        while len(drawn) < count:
            (view,) = self.views.draw(1)
            triples = [t for t in view["triples"] if random.random() < self.kept.get((t["kind"], view["view"], t["good"]), RARELY)]
            if triples:
                drawn.append((view, random.sample(triples, min(most, len(triples)))))
        return drawn


def balanced(views: list[dict], per_side: int, seed: int) -> list[tuple[dict, list[dict]]]:
    """Up to `per_side` triples of each kind with a good answer and as many with a bad one in each view, the same on every call."""
    source = random.Random(seed)
    sides: dict[tuple[str, str, bool], list[tuple[int, dict]]] = defaultdict(list)
    for at, view in enumerate(views):
        for triple in view["triples"]:
            sides[triple["kind"], view["view"], triple["good"]].append((at, triple))
    chosen: dict[int, list[dict]] = defaultdict(list)
    for kind, view in sorted({(kind, view) for kind, view, _ in sides}):
        count = min(per_side, len(sides[kind, view, True]), len(sides[kind, view, False]))
        for good in (True, False):
            for at, triple in source.sample(sides[kind, view, good], count):
                chosen[at].append(triple)
    return [(views[at], triples) for at, triples in sorted(chosen.items())]
