"""German verb forms, out of this project's own lists of verbs.

Separable verbs are there joined (verb-final "ankündigte", "angekündigt", "anzukündigen"); apart,
the verb's own form is in the list ("kündigte … an").
"""

from __future__ import annotations

import re
from pathlib import Path

from scripts.verbs.shared import Forms, read_lines, words_of

HERE = Path(__file__).parent
#: Verbs of one piece in the list whose participle has no ge-.
NO_GE = ("beteuer", "berichtig", "gef", "geh", "gel", "gen", "gew", "miss", "überr", "wiederh",
         "durchs", "behandeln", "offenbar", "prophezei", "unterr", "begehr", "beorder", "beraum",
         "bestell", "erarbeit", "erlang", "erleb", "erleg", "erober", "eröffn",
         "verfolg", "verhandel", "verleib", "vertrau")  # fmt: skip
UMLAUT = {"a": "ä", "o": "ö", "u": "ü"}
#: Conditional forms that do not follow from the past.
CONDITIONALS = {
    "stand": ("stünde", "stände"), "half": ("hülfe", "hälfe"), "starb": ("stürbe",),
    "warb": ("würbe",), "warf": ("würfe",), "verdarb": ("verdürbe",), "brannte": ("brennte",),
    "kannte": ("kennte",), "nannte": ("nennte",), "rannte": ("rennte",), "sandte": ("sendete",),
    "wandte": ("wendete",), "war": ("wäre",), "hatte": ("hätte",), "wurde": ("würde",),
    "sollte": ("sollte",), "wollte": ("wollte",), "befahl": ("befähle", "beföhle"),
    "begann": ("begänne", "begönne"), "gewann": ("gewänne", "gewönne"), "hing": ("hinge",),
}  # fmt: skip
#: Konjunktiv I and plural forms that the infinitive does not give.
SPECIAL = {"sein": ("sind", "sei", "seien", "wär", "wären"), "tun": ("tue", "tun"),
           "haben": ("habe", "haben"), "wissen": ("wisse", "wissen")}  # fmt: skip


def stem_of(verb: str) -> str:
    """The infinitive without its ending."""
    return re.sub("(?<=[^e])n$|en$", "", verb) if verb.endswith(("eln", "ern")) else verb[:-2]


def t_form(stem: str) -> str:
    """Third person: arbeitet, öffnet, macht."""
    return stem + ("et" if re.search("([dt]|[bcdfgkpstxz][mn]|chn)$", stem) else "t")


def weak_parts(verb: str) -> tuple[str, str, str]:
    """Present, past and participle of a weak verb."""
    present = t_form(stem_of(verb))
    participle = present if verb.endswith("ieren") or verb.startswith(NO_GE) else "ge" + present
    return present, present + "e", participle


def conditional(past: str) -> tuple[str, ...]:
    """Third person of the Konjunktiv II, from the past."""
    if past in CONDITIONALS:
        return CONDITIONALS[past]
    if past.endswith("te"):
        modal = past in ("konnte", "musste", "durfte", "mochte", "brachte", "dachte", "wusste")
        return (re.sub("[aou]", lambda m: UMLAUT[m[0]], past, count=1),) if modal else ()
    vowel = re.sub("(a|o|u)(?=[^aeiou]*$)", lambda m: UMLAUT[m[1]], past)
    return ((vowel if "au" not in past and "ie" not in past else past) + "e",)


def plural(past: str) -> str:
    """Third person plural of a past or a conditional form."""
    return past + "n" if past.endswith("e") else past + "en"


def finite_forms(verb: str, present: str, past: str) -> list[str]:
    """The finite forms of the third person, with the Konjunktiv I of reported speech."""
    return [present, past, plural(past), *SPECIAL.get(verb, (verb, reported(verb)))]


def reported(verb: str) -> str:
    """Third person of the Konjunktiv I: komme, handele, fordere."""
    return stem_of(verb) + "e"


def add_finite(forms: Forms, verb: str, present: str, past: str, front: str = "") -> None:
    """The finite forms behind a particle or prefix; the Konjunktiv I is marked as such."""
    for form in finite_forms(verb, present, past):
        mood = form == reported(verb) and form not in (verb, present, past)
        forms.add(front + form, "FM" if mood else "F")


def add_verb(forms: Forms, verb: str, parts: tuple[str, str, str], front: str = "") -> None:
    """A verb, alone or with an inseparable prefix: present, past and participle are given."""
    _, past, _ = parts
    add_joined(forms, verb, parts, front)
    forms.add(front + verb + "d", "G")
    for form in conditional(past):
        forms.add(front + form, "F")
        forms.add(front + plural(form), "F")


def add_joined(forms: Forms, verb: str, parts: tuple[str, str, str], front: str) -> None:
    """The forms that a separable verb has as one word."""
    present, past, participle = parts
    forms.add(front + verb, "I")
    add_finite(forms, verb, present, past, front)
    forms.add(front + participle, "P")


def add_row(forms: Forms, row: list[str], weak: bool) -> None:
    """A line of a list: the verb, its particles and its prefixes."""
    head, _, tail = " ".join(row).partition(" : ")
    before, _, prefixes = (tail if tail else head).partition("/")
    cells = (head.partition("/")[0] if not tail else head).split()
    particles = before.split() if tail else []
    verb = cells[0].removeprefix("-")
    parts = weak_parts(verb) if weak else (cells[1], cells[2], cells[3])
    present, past, participle = parts
    if not cells[0].startswith("-"):
        add_verb(forms, verb, parts)
    elif particles:  # apart, the bare verb stands in the clause: "prangerte … an"
        add_finite(forms, verb, present, past)
    for particle in particles:
        add_joined(forms, verb, parts, particle)
        forms.add(particle + "zu" + verb, "I")
    core = participle if participle == present else participle.removeprefix("ge")
    for prefix in prefixes.split():
        add_verb(forms, verb, (present, past, core), prefix)


def build() -> Forms:
    """All forms."""
    forms = Forms()
    for row in read_lines(HERE / "de_strong.txt"):
        add_row(forms, row, weak=False)
    for row in read_lines(HERE / "de_weak.txt"):
        if row[0] == "=":
            for verb in row[1:]:
                add_row(forms, [verb], weak=True)
        else:
            add_row(forms, row, weak=True)
    forms.drop(words_of(HERE / "de_not_verbs.txt"))
    forms.drop({word for word in forms.words() if not word.islower()})
    forms.mark(words_of(HERE / "de_nouns_too.txt"))
    return forms
