"""Italian verb forms, out of this project's own lists of verbs: third persons and what is not
finite; the first and second persons are left out, except those that are spelled alike."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.verbs.shared import Forms, read_lines, words_of

HERE = Path(__file__).parent
FUTURE = ("à", "anno", "ebbe", "ebbero")


def add_participle(forms: Forms, participle: str) -> None:
    """A past participle in its four forms."""
    for ending in "oaie":
        forms.add(participle[:-1] + ending, "P")


def add_regular(forms: Forms, verb: str, present: tuple[str, str], subjunctive: str) -> None:
    """A verb whose past, participle and future follow from the infinitive."""
    stem, vowel = verb[:-3], verb[-3]
    forms.add(verb, "I")
    forms.add(stem + ("ando" if vowel == "a" else "endo"), "G")
    participle = {"a": "ato", "e": "uto", "i": "ito"}[vowel]
    add_participle(forms, stem + ("ito" if verb.endswith("sistere") else participle))
    past = {"a": ("ò", "arono"), "e": ("ette", "ettero", "é", "erono"), "i": ("ì", "irono")}[vowel]
    endings = (*past, f"{vowel}va", f"{vowel}vano", f"{vowel}sse", f"{vowel}ssero")
    for form in (*present, subjunctive, subjunctive + "no", *(stem + e for e in endings)):
        forms.add(form, "F")
    add_future(forms, future_stem(verb))


def future_stem(verb: str) -> str:
    """The stem of future and conditional of a regular verb."""
    stem = verb[:-3] + ("er" if verb.endswith("are") else verb[-3] + "r")
    stem = re.sub("([cg])ier$", r"\1er", stem)
    return re.sub("([cg])er$", r"\1her", stem) if re.search("[cg]are$", verb) else stem


def add_future(forms: Forms, stem: str) -> None:
    """Future and conditional."""
    for ending in FUTURE:
        forms.add(stem + ending, "F")


def add_are(forms: Forms, verb: str) -> None:
    """A verb in -are; `*` marks a stressed i (invii, not invi)."""
    stressed = verb.endswith("*")
    verb = verb.removesuffix("*")
    stem = verb[:-3]
    soft = stem + "h" if stem[-1] in "cg" else stem
    subjunctive = stem if stem.endswith("i") and not stressed else soft + "i"
    add_regular(forms, verb, (stem + "a", stem + "ano"), subjunctive)


def add_parts(forms: Forms, verb: str, row: list[str]) -> None:
    """A verb given by its principal parts."""
    present, imperfect, participle, past, future, subjunctive = row
    forms.add(verb, "I")
    for form in present.split("|"):
        forms.add(form, "F")
    imperfect_forms = ("era", "erano") if verb == "essere" else (imperfect + "a", imperfect + "ano")
    for form in (*imperfect_forms, past, past_plural(past), subjunctive, subjunctive + "no"):
        forms.add(form, "F")
    if verb != "essere":
        forms.add(imperfect[:-1] + "sse", "F")
        forms.add(imperfect[:-1] + "ssero", "F")
    else:
        for form in ("fosse", "fossero"):
            forms.add(form, "F")
    add_participle(forms, participle)
    forms.add(gerund(verb, imperfect), "G")
    add_future(forms, future)


def gerund(verb: str, imperfect: str) -> str:
    """facendo, ponendo, andando."""
    if verb == "essere":
        return "essendo"
    return imperfect[:-2] + ("ando" if imperfect.endswith("av") else "endo")


def past_plural(past: str) -> str:
    """Third person plural of the past: fecero, andarono, furono."""
    if past == "fu":
        return "furono"
    if past[-1] in "òìé":
        return past[:-1] + {"ò": "arono", "ì": "irono", "é": "erono"}[past[-1]]
    return past + "ro"


def like(verb: str, model: str, row: list[str]) -> list[str]:
    """The principal parts of a verb inflected as its model: the model's beginning is exchanged."""
    common = 0
    while common < min(len(verb), len(model)) and verb[-1 - common] == model[-1 - common]:
        common += 1
    old, new = model[: len(model) - common], verb[: len(verb) - common]
    return ["|".join(new + p.removeprefix(old) for p in cell.split("|")) for cell in row]


def build() -> Forms:
    """All forms."""
    forms = Forms()
    for verb in sorted(words_of(HERE / "it_are.txt")):
        add_are(forms, verb)
    models: dict[str, list[str]] = {}
    for row in read_lines(HERE / "it_other.txt"):
        if row[0].endswith(":"):
            link = "isc" if row[0] == "isc:" else ""
            for verb in row[1:]:
                stem = verb[:-3] + link
                add_regular(forms, verb, (stem + "e", stem + "ono"), stem + "a")
            continue
        parts = like(row[0], row[2], models[row[2]]) if row[1] == "=" else row[1:]
        models[row[0]] = parts
        add_parts(forms, row[0], parts)
    forms.drop(words_of(HERE / "it_not_verbs.txt"))
    forms.mark(words_of(HERE / "it_nouns_too.txt"))
    return forms
