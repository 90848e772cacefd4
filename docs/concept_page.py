"""What docs/concepts.md lists: PLOVER's types, the concepts, their words."""

from __future__ import annotations

from sayso.codebook.cameo import read_cameo
from sayso.codebook.concepts import Concept, load_concepts
from sayso.codebook.plover import Plover, PloverType, read_plover
from sayso.packs.concept_words import list_lemmas, words_of

#: Words of a language that stand for the rest.
SHOWN = 2


def blocks() -> dict[str, str]:
    """Name → what is generated in the page."""
    plover = read_plover()
    made = (make_type(plover, name, fact) for name, fact in plover.type.items())
    return {
        "types": make_types(plover),
        "concepts": "\n\n".join(made),
        "contexts": make_contexts(plover),
        "names": make_names(plover),
        "sources": make_sources(plover),
    }


def make_types(plover: Plover) -> str:
    """The 16 types."""
    lines = [
        "| type | class | the actor … | recipient | score | manual |",
        "|---|---|---|---|---|---|",
    ]
    for name, fact in plover.type.items():
        section = fact.section.removeprefix("manual ")
        quad = fact.quad.value.replace("_", " ")
        lines.append(
            f"| [{name}](#{name.lower()}) | {fact.quad.number} {quad} | {fact.meaning} "
            f"| {fact.recipient.value} | {fact.score:+.1f} | {section} |"
        )
    return "\n".join(lines)


def make_type(plover: Plover, name: str, fact: PloverType) -> str:
    """A type: who its actor and recipient are, its modes, its concepts."""
    lines = [f"### {name}"]
    if fact.actor:
        lines.append(f"Actor: {fact.actor}.")
    if fact.recipient_is:
        lines.append(f"Recipient: {fact.recipient_is}.")
    modes = plover.mode.get(name, {})
    if modes:
        listed = "; ".join(f"`{mode}` {meaning}" for mode, meaning in modes.items())
        lines.append(f"Modes: {listed}.")
    rows = [make_row(one) for one in load_concepts().values() if one.type == name]
    lines += [
        "",
        "| concept | who … | mode | context | CAMEO | place | counts | opposite | words |",
        "|---|---|---|---|---|---|---|---|---|",
        *rows,
    ]
    return "\n".join(lines)


def make_row(one: Concept) -> str:
    """A concept."""
    gloss = f"{one.gloss} → {one.inner.value}" if one.inner else one.gloss
    code = read_cameo().get(one.cameo or "")
    cells = [
        f"`{one.id}`",
        gloss,
        one.mode or "",
        ", ".join(one.context),
        f"{one.cameo} {code.name}" if code else "",
        one.place.value if one.place else "",
        one.counts or "",
        one.opposite or "",
        make_words(one.id),
    ]
    return f"| {' | '.join(cells)} |"


def make_words(concept: str) -> str:
    """The first words of every language."""
    return " · ".join(
        f"*{tag}* {', '.join(list_lemmas(entries)[:SHOWN])}"
        for tag, entries in words_of(concept).items()
    )


def make_contexts(plover: Plover) -> str:
    """The contexts, and those that say how an event is told."""
    lines = ["| context | about |", "|---|---|"]
    lines += [f"| `{name}` | {meaning} |" for name, meaning in plover.context.items()]
    told = "; ".join(f"`{name}` {meaning}" for name, meaning in plover.telling.items())
    return "\n".join(lines) + f"\n\nHow an event is told stands among a row's contexts too: {told}."


def make_names(plover: Plover) -> str:
    """What other lists call the same."""
    lines = ["| elsewhere | here |", "|---|---|"]
    lines += [f"| {name} | {' or '.join(ours)} |" for name, ours in plover.alias.items()]
    for type_, names in plover.mode_alias.items():
        lines += [
            f"| {type_} {name} | {f'{type_} {ours}' if ours else '(no mode)'} |"
            for name, ours in names.items()
        ]
    lines += [
        f"| context {name} | {ours or '(no context)'} |"
        for name, ours in plover.context_alias.items()
    ]
    return "\n".join(lines)


def make_sources(plover: Plover) -> str:
    """What the codes rest on."""
    lines = [f"- {one.title} ({one.year}), {one.url}" for one in plover.source.values()]
    lines.append("")
    lines.append("Where a CAMEO code is coded otherwise than in PLOVER's own table:")
    lines.append("")
    lines += [f"- {code}, {c.name}: {c.why}" for code, c in read_cameo().items() if c.why]
    return "\n".join(lines)
