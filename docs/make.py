"""Write what is generated in the docs: help texts, closed lists, columns, output in the README.

`python docs/make.py` writes; `tests/test_docs.py` says when that was forgotten.
"""

from __future__ import annotations

import inspect
import io
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from enum import StrEnum
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

import concept_page  # noqa: E402
import flow  # noqa: E402

import sayso  # noqa: E402
from sayso import model  # noqa: E402
from sayso.cli import main as command_line  # noqa: E402
from sayso.cli.formats import COLUMNS  # noqa: E402

#: The page that the README reads, and how wide its output is printed.
README_PAGE = "sayso/samples/1-quay-courier.html"
README_WIDTH = "100"


CLI_HEAD = """\
# The command line
Written by `python docs/make.py` from the commands' own `--help`.

Results go to stdout; progress, warnings, errors and the summary of a run to stderr. Exit code 0:
all was done; 1: a page could not be read, or something is wrong; 2: called wrongly. Nothing ever
asks. Colour is printed on a terminal only (`NO_COLOR` turns it off); `COLUMNS` sets the width of
the table.
"""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name, subcommands after their group."""

    def walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for part in command.list_commands(context):
                found = command.get_command(context, part)
                assert found is not None
                yield from walk(f"{name} {part}", found)

    return walk("sayso", command_line.cli)


def help_of(name: str, command: click.Command) -> str:
    """A command's help, 80 columns wide, as `--help` prints it."""
    context = click.Context(command, info_name=name, max_content_width=80, terminal_width=80)
    context.help_option_names = ["-h", "--help"]
    return command.get_help(context)


def make_cli() -> str:
    """docs/cli.md."""
    parts = [CLI_HEAD]
    for name, command in commands():
        parts.append(f"## `{name}`\n```text\n{help_of(name, command)}\n```\n")
    return "\n".join(parts)


def make_lists() -> str:
    """The closed lists of the model, but for the acts, which have a table of their own."""
    lines = ["| list | values | which |", "|---|---|---|"]
    for name, found in inspect.getmembers(model, inspect.isclass):
        if issubclass(found, StrEnum) and found not in (StrEnum, model.Act):
            values = ", ".join(f"`{value.value}`" for value in found)
            said = " ".join((found.__doc__ or "").split()).rstrip(".")
            lines.append(f"| {name} | {values} | {said} |")
    return "\n".join(lines)


def make_columns() -> str:
    """The columns of the csv."""
    return ", ".join(f"`{name}`" for name in COLUMNS) + "."


def make_names() -> str:
    """The public names of the package."""
    return ", ".join(f"`{name}`" for name in sayso.__all__) + "."


def run_command(*args: str) -> str:
    """What a command prints on stdout."""
    import os

    os.environ["COLUMNS"] = README_WIDTH
    os.environ["SAYSO_DATA"] = os.devnull  # what a user has imported is not in the docs
    out = io.StringIO()
    with redirect_stdout(out):
        command_line.run(list(args))
    return out.getvalue()


def make_output(page: str = README_PAGE) -> str:
    """A page in, its statements out, as the README shows it."""
    shown = run_command("read", str(ROOT / page))
    return f"```console\n$ sayso read {page}\n{shown.rstrip()}\n```"


def fill(text: str, name: str, made: str) -> str:
    """A page with the block `name` between its markers replaced."""
    pattern = re.compile(rf"(<!-- begin: {name} -->\n).*?(<!-- end: {name} -->)", re.DOTALL)
    filled, count = pattern.subn(lambda m: f"{m[1]}{made}\n{m[2]}", text)
    assert count == 1, f"one block {name} expected"
    return filled


def make_flow() -> str:
    """docs/how-it-flows.md, with one page's way through the stages."""
    text = (ROOT / "docs/how-it-flows.md").read_text("utf-8")
    for name, listing in flow.blocks().items():
        text = fill(text, name, listing)
    return fill(text, "table", make_output(flow.PAGE))


def make_concepts() -> str:
    """docs/concepts.md, with what the codebook and the packs list."""
    text = (ROOT / "docs/concepts.md").read_text("utf-8")
    for name, listing in concept_page.blocks().items():
        text = fill(text, name, listing)
    return text


#: File → what is generated in it: the block's name and what makes it.
BLOCKS = {
    "README.md": [("output", make_output)],
    "docs/records.md": [("lists", make_lists), ("columns", make_columns)],
    "docs/api.md": [("names", make_names)],
}


def make_all() -> dict[str, str]:
    """Every file with generated parts, as it should be."""
    made = {
        "docs/cli.md": make_cli(),
        "docs/concepts.md": make_concepts(),
        "docs/how-it-flows.md": make_flow(),
    }
    for path, blocks in BLOCKS.items():
        text = (ROOT / path).read_text("utf-8")
        for name, make in blocks:
            text = fill(text, name, make())
        made[path] = text
    return made


if __name__ == "__main__":
    for path, text in make_all().items():
        (ROOT / path).write_text(text, "utf-8")
        print(path)
