"""The kinds of questions that are taught, in the order of the eye's outputs."""

KINDS = [
    "clarity",
    "noise",
    "compression",
    "exposure",
    "colour",
    "flicker",
    "freeze",
    "cut",
    "smoothness",
    "deformation",
    "permanence",
    "motion_present",
    "motion_range",
]
