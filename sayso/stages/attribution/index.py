"""Index: what finding cues asks of a pack at every word, worked out once a pack."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.packs.load import CueForm, Pack
from sayso.packs.shape import WordClass

#: Classes whose words tell something of a saying when they stand beside its cue.
BESIDE = (
    WordClass.FIRST_TIME,
    WordClass.EARLIER,
    WordClass.HEDGE_HEARSAY,
    WordClass.HEDGE_PROBABLE,
    WordClass.HEDGE_POSSIBLE,
)


@dataclass(slots=True)
class Forms:
    """The cue forms that begin with one word: the long ones by their second word, longest first."""

    short: tuple[CueForm, ...]
    long: dict[str, tuple[CueForm, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Index:
    """A pack's cues by their first two words.

    Attributes:
        beside: words that begin what tells something of a saying; most cues have none near.
    """

    pack: Pack
    forms: dict[str, Forms]
    beside: frozenset[str]


def build_index(pack: Pack) -> Index:
    """The index of a pack.

    >>> from sayso.packs.load import load_pack
    >>> forms = build_index(load_pack("en")).forms["according"]
    >>> forms.short, list(forms.long)
    ((), ['to'])
    """
    made: dict[str, Forms] = {}
    for word, forms in pack.cues.items():
        made[word] = one = Forms(tuple(form for form in forms if len(form.words) == 1))
        for form in forms:
            if len(form.words) > 1:
                one.long[form.words[1]] = (*one.long.get(form.words[1], ()), form)
    beside: set[str] = set()
    for name in BESIDE:
        beside |= {word.split()[0] for word in pack.words.get(name, ())}
    return Index(pack, made, frozenset(beside))


_KEPT: dict[int, Index] = {}


def load_index(pack: Pack) -> Index:
    """The index of a pack; kept for the process."""
    kept = _KEPT.get(id(pack))
    if kept is None or kept.pack is not pack:
        if len(_KEPT) > 32:
            _KEPT.clear()
        _KEPT[id(pack)] = kept = build_index(pack)
    return kept
