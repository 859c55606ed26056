"""Asks a checkpoint about held-out clips, and says how often it is right, how sure it is, and whether its reasons name the right moment.

    python -m training.embedded.evaluate DATA OUT --names sft-answers-more sft-reasons-more grpo zero-grpo

All in four bits, as the model ships.

Writes OUT/results.json with one entry a checkpoint. Calibration (an affine map of the logit for each kind) is fitted on the validation
split; accuracy is that of the calibrated answers on held-out sources, with strengths of defects that were never met.
"""

import json
import re

import numpy as np
import torch

from .checkpoint import load_model
from .data import ANSWER, END_OF_THOUGHT, Data, Words
from .generate import extend, read_view, write
from .kinds import KINDS
from .model import SmolVlm
from .rounding import rounded
from .sampling import balanced, only
from .stage import parser_of, read
from .train_grpo import FORM, MOST_TOKENS

BINS = 10
NAMED = re.compile(r"frames? (\d+)(?: to (\d+))?")
LEAST_ACCURACY = 0.75


def logit_of(words: Words, logits: torch.Tensor) -> float:
    """Of yes against no, as the app reads it."""
    yes, no = words.spellings
    return (logits[0, yes].logsumexp(0) - logits[0, no].logsumexp(0)).item()


def clip_of(view: dict) -> tuple:
    """Tells clips apart: a source is damaged many times."""
    return (view["source"], view["defect"], view["scope"], view["amount"])


@torch.no_grad()
def ask(model: SmolVlm, data: Data, words: Words, view: dict, triples: list[dict], reasoned: bool) -> list[dict]:
    """One record a triple: logit of yes, what was written, and whether its form and its moment are right."""
    past, count = read_view(model, data, words, view)
    records = []
    for triple in triples:
        record = {"kind": triple["kind"], "good": triple["good"], "yes": triple["yes"], "clip": clip_of(view)}
        if not reasoned:
            logits, _, _ = extend(model, past, count, torch.tensor([words.quick(triple)[0]]))
            record["logit"] = logit_of(words, logits)
        else:
            question = words.question(triple)
            written = write(model, words, past, count, question, 1, MOST_TOKENS, 0)[0]
            text = words.tokenizer.decode(written, skip_special_tokens=False)
            reason = text.split("</")[0]
            # As the app reads it: what was thought, then the slot of the answer.
            read = question + words.ids(reason) + words.ids(END_OF_THOUGHT) + words.ids(ANSWER)
            logits, _, _ = extend(model, past, count, torch.tensor([read]))
            record |= {"logit": logit_of(words, logits), "reason": reason, "form": FORM.match(text) is not None}
            if triple["window"] is not None:
                record["moment"] = overlaps(reason, view["timesSeconds"], triple["window"])
        records.append(record)
    return records


def overlaps(reason: str, times: list[float], window: list[float]) -> bool:
    """Whether the frames that a reason names, counted from 1 as shown, lie in the window or about it."""
    named = [int(number) for pair in NAMED.findall(reason) for number in pair if number]
    if not named or not all(1 <= number <= len(times) for number in named):
        return False
    first, last = times[min(named) - 1], times[max(named) - 1]
    return first < window[1] and last >= window[0] - 1e-6


def collect(model: SmolVlm, data: Data, words: Words, views: list[dict], per_side: int, reasoned: bool) -> list[dict]:
    chosen = balanced(views, per_side, seed=7)
    with rounded(model), torch.autocast("cpu", torch.bfloat16):
        return [record for view, triples in chosen for record in ask(model, data, words, view, triples, reasoned)]


def fit_calibration(records: list[dict]) -> dict[str, dict[str, float]]:
    """For each kind the affine map of the logit of the good answer that makes what is said most likely, by Newton's method with a mild prior."""
    maps = {}
    for kind in KINDS:
        own = [r for r in records if r["kind"] == kind]
        if len(own) < 20:
            continue
        x = np.array([good_logit(r) for r in own])
        y = np.array([float(r["good"]) for r in own])

        def cost(values: np.ndarray) -> float:
            z = values[0] * x + values[1]
            return float((np.logaddexp(0, z) - y * z).sum() + (values[0] - 1) ** 2 / 2 + 0.05 * values[1] ** 2)

        values = np.array([1.0, 0.0])
        for _ in range(50):
            p = 1 / (1 + np.exp(-np.clip(values[0] * x + values[1], -30, 30)))
            w = p * (1 - p) + 1e-6
            gradient = np.array([((p - y) * x).sum() + (values[0] - 1), (p - y).sum() + 0.1 * values[1]])
            hessian = np.array([[(w * x * x).sum() + 1, (w * x).sum()], [(w * x).sum(), w.sum() + 0.1]])
            step = np.linalg.solve(hessian, gradient)
            # Where almost all answers are sure and right, a whole step leads far beyond the least cost.
            while cost(values - step) > cost(values) and np.abs(step).max() > 1e-9:
                step /= 2
            values = values - step
        a, b = values
        maps[kind] = {"scale": round(float(max(a, 0.05)), 4), "shift": round(float(b), 4)}
    return maps


def good_logit(record: dict) -> float:
    return record["logit"] if record["yes"] == record["good"] else -record["logit"]


def calibrated(record: dict, maps: dict) -> float:
    """Probability of the good answer."""
    m = maps.get(record["kind"], {"scale": 1.0, "shift": 0.0})
    return float(1 / (1 + np.exp(-np.clip(m["scale"] * good_logit(record) + m["shift"], -30, 30))))


def calibration_error(said: np.ndarray, true: np.ndarray) -> float:
    """Expected calibration error over ten bins (Naeini et al., AAAI 2015)."""
    bins = np.minimum(BINS - 1, (said * BINS).astype(int))
    return float(sum(abs((said - true)[bins == b].sum()) for b in range(BINS)) / len(said))


def figures(records: list[dict], maps: dict) -> dict:
    """How many questions, how often right, and how sure that is."""
    said = np.array([calibrated(r, maps) for r in records])
    true = np.array([float(r["good"]) for r in records])
    return {
        "questions": len(records),
        "accuracy": round(float(((said > 0.5) == (true > 0.5)).mean()), 3),
        "majority": round(float(max(true.mean(), 1 - true.mean())), 3),
        "calibrationError": round(calibration_error(said, true), 3),
    }


def share_right(moments: list[bool]) -> dict | None:
    return {"cases": len(moments), "right": round(float(np.mean(moments)), 3)} if moments else None


def summary(records: list[dict], maps: dict) -> dict:
    kinds = {}
    for kind in KINDS:
        own = [r for r in records if r["kind"] == kind]
        if own:
            kinds[kind] = {**figures(own, maps), "clips": len({r["clip"] for r in own})}
    answered = [k for k, v in kinds.items() if v["accuracy"] >= LEAST_ACCURACY]
    of_answered = [r for r in records if r["kind"] in answered]
    found = {
        "kinds": kinds,
        "answered": answered,
        "all": figures(records, maps),
        "overAnswered": figures(of_answered, maps) if of_answered else None,
    }
    if "form" in records[0]:
        found["form"] = round(float(np.mean([r["form"] for r in records])), 3)
        found["moments"] = share_right([r["moment"] for r in records if "moment" in r])
        rightly = [r for r in of_answered if "moment" in r and calibrated(r, maps) < 0.5]
        found["momentsOfRightAnswers"] = share_right([r["moment"] for r in rightly])
    return found


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--names", nargs="+", required=True)
    parser.add_argument("--per-side", type=int, default=40)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="what is asked about")
    arguments = parser.parse_args()
    words, data = read(arguments)
    path = arguments.out / "results.json"
    results = json.loads(path.read_text()) if path.exists() else {}
    for name in arguments.names:
        model = load_model(arguments.out / f"{name}.pt").eval()
        results[name] = {}
        for manner in ("quick", "reasoned"):
            reasoned = manner == "reasoned"
            if reasoned and name.startswith("sft-answers"):
                continue
            checked, held = (only(data.split(split), arguments.kinds) for split in ("validation", "held-out"))
            maps = fit_calibration(collect(model, data, words, checked, arguments.per_side, reasoned))
            records = collect(model, data, words, held, arguments.per_side, reasoned)
            results[name][manner] = {"calibration": maps, **summary(records, maps)}
            line = results[name][manner]
            print(name, manner, line["all"], line["overAnswered"], line.get("form"), line.get("moments"), line.get("momentsOfRightAnswers"), flush=True)
            print("  " + ", ".join(f"{k} {v['accuracy']:.2f}" for k, v in line["kinds"].items()), flush=True)
        path.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
