"""English verb forms: lemmas out of a tagged lexicon, inflected by rule and by list."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.verbs.shared import Forms, read_lines, words_of

HERE = Path(__file__).parent
VOWELS = "aeiou"
#: Forms with these tags are words of another kind that hardly ever are verbs.
CLOSED = ("IN", "DT", "PRP", "PRP$", "TO", "CC", "MD", "WDT", "WP", "WRB", "CD", "EX", "UH", "FW")


def read_lexicon(path: Path) -> dict[str, str]:
    """Word → its commonest Penn tag; only words in small letters."""
    lexicon = {}
    for line in path.read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if not line.startswith(";;;") and re.fullmatch("[a-z]{2,}", word):
            lexicon[word] = tag.strip()
    return lexicon


def doubles(verb: str) -> bool:
    """True for a short verb that doubles its last letter: stop, stopped."""
    return bool(re.fullmatch(r"(?:[^aeiou]*|qu)[aeiou][bdfgklmnprtvz]", verb))


def ed_and_ing(verb: str, doubled: bool) -> tuple[str, str]:
    """The regular past and the gerund."""
    if verb.endswith("ie"):
        return verb + "d", verb[:-2] + "ying"
    if verb.endswith("ee") or verb.endswith("oe") or verb.endswith("ye"):
        return verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing"
    if re.search("[^aeiou]y$", verb):
        return verb[:-1] + "ied", verb + "ing"
    if verb.endswith("c"):
        return verb + "ked", verb + "king"
    stem = verb + verb[-1] if doubled else verb
    return stem + "ed", stem + "ing"


def s_form(verb: str) -> str:
    """The third person."""
    if re.search("[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    if re.search("(s|x|z|ch|sh|[^aeiou]o)$", verb) or verb in ("go", "undergo", "forgo", "outdo"):
        return verb + "es"
    return verb + "s"


def bases(form: str) -> list[str]:
    """What a regular form ending in -ed or -ing may come from, likeliest first."""
    stem = re.sub("(ed|ing)$", "", form)
    found = []
    if stem.endswith("i") and form.endswith("ed"):
        found.append(stem[:-1] + "y")
    if stem.endswith("y") and form.endswith("ing"):
        found.append(stem)
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        found.append(stem[:-1])
    found += [stem + "e", stem]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        found.append(stem[:-1])
    return found


def find_lemmas(lexicon: dict[str, str]) -> set[str]:
    """Bases of all verb forms in the lexicon, as far as the lexicon knows the base."""
    lemmas = {w for w, tag in lexicon.items() if tag in ("VB", "VBP")}
    for word, tag in lexicon.items():
        if tag in ("VBD", "VBN", "VBG") and word.endswith(("ed", "ing")):
            known = [b for b in bases(word) if b in lexicon]
            known.sort(key=lambda b: (lexicon[b] not in ("VB", "VBP"), lexicon[b] != "NN"))
            lemmas.update(known[:1])
    return {lemma for lemma in lemmas if attested(lemma, lexicon)}


def attested(lemma: str, lexicon: dict[str, str]) -> bool:
    """True when the lexicon has another form of the verb: keeps misspellings out."""
    others = {s_form(lemma), *ed_and_ing(lemma, False), *ed_and_ing(lemma, True)}
    return len(lemma) > 2 and any(other in lexicon for other in others)


def regular(lemma: str, lexicon: dict[str, str]) -> set[tuple[str, str]]:
    """Pasts and gerunds, the last letter doubled or not: what the lexicon has, else the rule."""
    single, double = ed_and_ing(lemma, False), ed_and_ing(lemma, True)
    known = {pair for pair in (single, double) if any(form in lexicon for form in pair)}
    expected = double if doubles(lemma) else single
    return known or {expected}


def build(lexicon_path: Path) -> Forms:
    """All forms.

    Args:
        lexicon_path: the Brill lexicon that TextBlob ships as en-lexicon.txt.
    """
    lexicon = read_lexicon(lexicon_path)
    irregular = {row[0]: row[1:] for row in read_lines(HERE / "en_irregular.txt")}
    not_verbs = words_of(HERE / "en_not_verbs.txt")
    nouns_too = words_of(HERE / "en_nouns_too.txt")
    more = words_of(HERE / "en_more.txt")
    lemmas = (find_lemmas(lexicon) | set(irregular) | more) - not_verbs
    pasts = {f for row in irregular.values() for part in row for f in part.split("|")}
    lemmas -= {w for w in pasts if w in lemmas and w not in irregular and w not in more}
    forms = Forms()
    for lemma in sorted(lemmas):
        if lexicon.get(lemma, "") in CLOSED and lemma not in irregular and lemma not in more:
            continue
        pairs = regular(lemma, lexicon)
        past = "|".join(sorted(pair[0] for pair in pairs))
        parts = irregular.get(lemma, [past, past])
        forms.add(lemma, "FI")
        forms.add(s_form(lemma), "F")
        for _, gerund in pairs:
            forms.add(gerund, "G")
        for letter, given in zip("FP", parts, strict=True):
            for form in given.split("|"):
                forms.add(form, letter)
        if lexicon.get(lemma, "VB")[:2] == "NN" or lemma in nouns_too:
            forms.add(lemma, "N")
            forms.add(s_form(lemma), "N")
    for word in forms.words():
        tag = lexicon.get(word, "")
        if tag[:2] in ("NN", "JJ", "RB") or tag in CLOSED:
            forms.add(word, "N")
    forms.unmark(words_of(HERE / "en_verbs_first.txt"))
    forms.drop(not_verbs)
    return forms
