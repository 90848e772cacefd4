"""`sayso pack`: which languages are read, and whether a pack keeps its word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.packs.check import Checked, Proof


@click.group("pack")
def pack() -> None:
    """Language packs: list them, check one."""


@pack.command("list")
def list_() -> None:
    """List the installed packs: what each holds, and its digest."""
    from sayso.packs.load import list_packs, load_pack, pack_folder, read_cases

    row = "{:<5} {:<10} {:<11} {:>5} {:>6} {:>6}  {}"
    click.echo(row.format("tag", "name", "english", "cues", "roles", "cases", "digest"))
    for tag in list_packs():
        loaded = load_pack(tag)
        roles = sum(len(forms) for forms in loaded.roles.values())
        cases = len(read_cases(pack_folder(tag)))
        head = loaded.head
        counts = (len(loaded.entries), roles, cases)
        click.echo(row.format(tag, head.name, head.english, *counts, loaded.digest[:12]))


@pack.command("check")
@click.argument("lang", metavar="LANG")
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Print every example, case and trigger, not only those that differ.",
)
@click.option(
    "--allow",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many examples, cases and triggers may differ.",
)
@click.pass_context
def check(ctx: click.Context, lang: str, verbose: bool, allow: int) -> None:
    """Check a pack against its own proofs.

    LANG is the tag of an installed pack. First the files are checked (keys, passages, doubles:
    each fault with file and line); then every example, every case and every trigger's example is
    read by the real stages, and what came out is printed beside what was asked for. The exit code
    is 1 when the files are wrong, or more than N of them differ.

    LANG may be any folder too: of that only the files are checked.
    """
    checked = check_folder(lang) if Path(lang).is_dir() else check_installed(lang)
    for problem in checked.problems:
        click.echo(str(problem))
    for proof in checked.proofs:
        if verbose or proof.differences:
            print_proof(proof)
    click.echo(summary_line(lang, checked))
    ctx.exit(1 if checked.problems or len(checked.differing) > allow else 0)


def check_folder(path: str) -> Checked:
    """The files of a pack that is anywhere; readings ask installed packs only."""
    from sayso.packs.check import Checked, find_file_problems

    return Checked(find_file_problems(Path(path)), (), ())


def check_installed(tag: str) -> Checked:
    """The files and the proofs of an installed pack."""
    from sayso.errors import UsageError
    from sayso.packs.check import check_pack
    from sayso.packs.load import list_packs, pack_folder
    from sayso.pipeline import read_text

    if tag not in list_packs():
        raise UsageError(
            f"no pack is called {tag!r}",
            expected="one of " + ", ".join(list_packs()),
            todo="or give the folder of a pack",
        )
    return check_pack(pack_folder(tag), read_text)


def print_proof(proof: Proof) -> None:
    """One example, case or trigger: the text, both sides, the differences."""
    from sayso.cli.words import clean

    click.echo(f"{'differs' if proof.differences else 'ok     '} {proof.where} {proof.name}")
    click.echo(f"    text    {clean(proof.text)}")
    for label, lines in (("wanted", proof.wanted), ("found", proof.found)):
        for line in lines or ("nothing",):
            click.echo(f"    {label:<7} {clean(line)}")
    for line in proof.differences:
        click.echo(f"    differs {clean(line)}")


def summary_line(lang: str, checked: Checked) -> str:
    """What the check came to, in one line."""
    from sayso.cli.words import count_words

    if checked.problems:
        faults = count_words(len(checked.problems), "fault")
        return f"{lang}: {faults} in its files; mend them, then check again"
    if not checked.proofs:
        return f"{lang}: its files are in order; no example or case was read"
    parts = []
    counted = [("examples", checked.examples), ("cases", checked.cases)]
    if checked.triggers:
        counted.append(("triggers", checked.triggers))
    for name, proofs in counted:
        good = sum(not proof.differences for proof in proofs)
        parts.append(f"{good} of {len(proofs)} {name} as asked")
    return f"{lang}: {', '.join(parts)}, {len(checked.differing)} differ"
