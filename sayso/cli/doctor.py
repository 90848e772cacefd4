"""`sayso doctor`: is this installation whole?"""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterator
from importlib import metadata

import click

from sayso import __version__

#: What a check says: whether all is well, and what it found.
Result = tuple[bool, str]


@click.command("doctor")
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Check this installation.

    Python, the libraries, the language packs, the gazetteer, the language model, and a small
    reading. Nothing is fetched. The exit code is 1 when something is missing or broken.
    """
    whole = True
    for name, (good, found) in run_checks():
        whole = whole and good
        click.echo(f"{'ok  ' if good else 'BAD '} {name:<16} {found}")
    ctx.exit(0 if whole else 1)


def run_checks() -> Iterator[tuple[str, Result]]:
    """Every check with what it found; a check that raises is a bad one."""
    yield "sayso", (True, __version__)
    yield "python", (True, f"{platform.python_version()} on {platform.system()}")
    yield from check_libraries()
    yield from check_packs()
    for name, check in (
        ("gazetteer", check_gazetteer),
        ("language model", check_language_model),
        ("reading", check_reading),
    ):
        yield name, attempt(check)


def attempt(check: Callable[[], Result]) -> Result:
    """What a check found; anything it raises is what is wrong."""
    try:
        return check()
    except Exception as error:  # a doctor reports every illness
        return False, f"{type(error).__name__}: {error}"


def check_libraries() -> Iterator[tuple[str, Result]]:
    """The versions of the libraries that sayso asks for."""
    try:
        required = metadata.requires("sayso") or []
    except metadata.PackageNotFoundError:
        yield "libraries", (False, "sayso is not installed; pip install . in its folder")
        return
    for line in required:
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        if "extra ==" in line:
            continue
        try:
            yield name, (True, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield name, (False, f"not installed; pip install '{line}'")


def check_packs() -> Iterator[tuple[str, Result]]:
    """Each language pack: does it load, and what does it hold?"""
    from sayso.packs.load import list_packs

    tags = list_packs()
    if not tags:
        yield "packs", (False, "none is installed")
    for tag in tags:
        yield f"pack {tag}", attempt(lambda tag=tag: check_one_pack(tag))  # type: ignore[misc]


def check_one_pack(tag: str) -> Result:
    """Load a pack."""
    from sayso.packs.load import load_pack

    loaded = load_pack(tag)
    return bool(loaded.entries), f"{len(loaded.entries)} cues, digest {loaded.digest[:12]}"


def check_gazetteer() -> Result:
    """Look up a country by its name in another language."""
    from sayso.api import read

    document = read(text=SAMPLE, language="fr")
    entities = [s.source.entity for s in document.statements]
    countries = sorted({e.country for e in entities if e and e.country})
    return bool(countries), f"la Belgique is {', '.join(countries) or 'not known'}"


def check_language_model() -> Result:
    """Detect the language of a sentence."""
    from sayso.intake.language import detect

    language, _ = detect(SAMPLE)
    return language == "fr", f"a French sentence is {language or 'not known'}"


def check_reading() -> Result:
    """Read a sentence that has one statement."""
    from sayso.api import read

    document = read(text=SAMPLE, language="fr")
    acts = [statement.act.value for statement in document.statements]
    return acts == ["deny"], f"{len(acts)} statement ({', '.join(acts) or 'none'})"


SAMPLE = "La Belgique a démenti lundi avoir ouvert les vannes du barrage pendant la nuit."
