"""French verb forms, out of this project's own lists of verbs."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.verbs.shared import Forms, read_lines, words_of

HERE = Path(__file__).parent
#: Endings of all persons, and of the third persons alone.
IMPERFECT = {True: ("ais", "ait", "ions", "iez", "aient"), False: ("ait", "aient")}
FUTURE = {
    True: ("ai", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient"),
    False: ("a", "ont", "ait", "aient"),
}
ACCENTED = r"é(?=(?:[bcdfgjklmnpqrstvz]{1,2}|[gq]u|ch|gn)$)"
SECOND = {"dire": "dites", "faire": "faites"}
FOREIGN = ("débriefer", "interviewer")
#: Verbs in -eler, -eter that take a grave accent; the others double the consonant.
GRAVE = ("acheter", "racheter", "geler", "congeler", "peler", "marteler", "modeler", "harceler",
         "démanteler", "dégeler", "receler", "déceler", "ciseler", "haleter")  # fmt: skip


def er_stems(verb: str) -> tuple[str, str, str]:
    """The stem before a full vowel, before a mute e, and of the future."""
    stem = verb[:-2]
    mute = stem
    if re.search("[ou]y$", stem):
        mute = stem[:-1] + "i"
    elif re.search("e[lt]$", stem) and verb not in GRAVE:
        mute = stem + stem[-1]
    elif re.search("e(?:[cdgklmnpstv]|vr)$", stem) and verb not in FOREIGN:
        mute = re.sub("e([^e]+)$", r"è\1", stem)
    elif re.search(ACCENTED, stem) and not stem.endswith("é"):
        return stem, re.sub(ACCENTED, "è", stem), verb
    return stem, mute, mute + "er"


def before_a(stem: str) -> str:
    """The stem before a and o: commençait, mangeait."""
    if stem.endswith("c"):
        return stem[:-1] + "ç"
    return stem + "e" if stem.endswith("g") else stem


def add_participle(forms: Forms, participle: str) -> None:
    """A past participle in its four forms."""
    base = {"dû": "du", "mû": "mu", "crû": "cru"}.get(participle, participle)
    if base.endswith("ous"):  # absous, absoute
        participle, base = base, base[:-1] + "t"
    plural = base if base.endswith("s") else base + "s"
    for form in (participle, base + "e", base + "es", plural):
        forms.add(form, "P")


def add_er(forms: Forms, verb: str, whole: bool) -> None:
    """A verb in -er."""
    full, mute, future = er_stems(verb)
    soft = before_a(full)
    forms.add(verb, "I")
    forms.add(soft + "ant", "G")
    add_participle(forms, full + "é")
    for ending in ("e", "ent"):
        forms.add(mute + ending, "F")
    persons = (soft + "ons", full + "ez") if whole else ()
    for form in (*persons, soft + "a", full + "èrent"):
        forms.add(form, "F")
    for ending in IMPERFECT[whole]:
        forms.add((full if ending[0] == "i" else soft) + ending, "F")
    for ending in FUTURE[whole]:
        forms.add(future + ending, "F")


def add_forms(forms: Forms, verb: str, row: list[str], whole: bool) -> None:
    """A verb given by its principal parts: present, participle, past, future, subjunctive."""
    present, participle, past, future, subjunctive = row
    singular, third, plural, they = present.split("|")
    forms.add(verb, "I")
    for form in (singular, third, plural, they) if whole else (third, they):
        forms.add(form, "F")
    if participle != "-":
        add_participle(forms, participle)
    stem = plural.removesuffix("ons") if plural != "-" else they.removesuffix("ent")
    stem = {"être": "ét", "falloir": "fall", "avoir": "av"}.get(verb, stem)
    for ending in IMPERFECT[whole]:
        forms.add(stem + ending, "F")
    gerund = {"être": "étant", "avoir": "ayant", "savoir": "sachant"}.get(verb, stem + "ant")
    forms.add(gerund, "G")
    if whole and plural.endswith("ons"):
        forms.add(SECOND.get(verb, plural[:-3] + "ez"), "F")
    if past != "-":
        add_past(forms, past)
    if future != "-":
        for ending in FUTURE[whole]:
            forms.add(future + ending, "F")
    if subjunctive != "-":
        forms.add(subjunctive, "F")
        they_may = {"soit": "soient", "ait": "aient"}.get(subjunctive, subjunctive + "nt")
        forms.add(they_may, "F")


def add_past(forms: Forms, past: str) -> None:
    """The passé simple, third persons."""
    forms.add(past, "F")
    if past.endswith("a"):
        forms.add(past[:-1] + "èrent", "F")
        return
    they = past[:-1] + "rent" if past.endswith("t") else past + "rent"
    forms.add(they, "F")


def add_regular(forms: Forms, kind: str, verb: str, whole: bool) -> None:
    """A verb like finir or like vendre."""
    stem = verb[:-2]
    if kind == "ir:":
        parts = [f"{stem}is|{stem}it|{stem}issons|{stem}issent", stem + "i", stem + "it", verb,
                 stem + "isse"]  # fmt: skip
    else:
        third = stem if stem.endswith("d") else stem + "t"
        parts = [f"{stem}s|{third}|{stem}ons|{stem}ent", stem + "u", stem + "it", verb[:-1],
                 stem + "e"]  # fmt: skip
    add_forms(forms, verb, parts, whole)


def like(verb: str, model: str, row: list[str]) -> list[str]:
    """The principal parts of a verb inflected as its model: the model's beginning is exchanged."""
    common = 0
    while common < min(len(verb), len(model)) and verb[-1 - common] == model[-1 - common]:
        common += 1
    old, new = model[: len(model) - common], verb[: len(verb) - common]

    def change(part: str) -> str:
        return new + part.removeprefix(old) if part != "-" else part

    return ["|".join(change(p) for p in cell.split("|")) for cell in row]


def build() -> Forms:
    """All forms."""
    forms = Forms()
    common = words_of(HERE / "fr_common.txt")
    for verb in sorted(words_of(HERE / "fr_er.txt")):
        add_er(forms, verb, verb in common)
    models: dict[str, list[str]] = {}
    for row in read_lines(HERE / "fr_other.txt"):
        if row[0] in ("ir:", "re:"):
            for verb in row[1:]:
                add_regular(forms, row[0], verb, verb in common)
            continue
        parts = like(row[0], row[2], models[row[2]]) if row[1] == "=" else row[1:]
        models[row[0]] = parts
        add_forms(forms, row[0], parts, row[0] in common)
    for form in ("êtes", "fût", "eût"):
        forms.add(form, "F")
    forms.drop(words_of(HERE / "fr_not_verbs.txt") | {"-"})
    forms.mark(words_of(HERE / "fr_nouns_too.txt"))
    return forms
