"""The command line: the group, and what becomes of errors.

Commands are imported when they are called, so that `sayso --help` answers at once; their one-line
helps stand here and a test holds them to the commands' own.
"""

from __future__ import annotations

import importlib
import io
import os
import sys

import click

from sayso import __version__
from sayso.errors import SaysoError

#: Command → (where it is, its help in one line), in the order of `sayso --help`.
COMMANDS = {
    "read": ("sayso.cli.read:read", "Read pages: who says what, and where it stands."),
    "events": (
        "sayso.cli.events:events",
        "List the events of pages as PLOVER rows, with who said so.",
    ),
    "demo": ("sayso.cli.demo:demo", "Read the sample pages that come with sayso."),
    "pack": ("sayso.cli.pack:pack", "Language packs: list them, check one."),
    "entities": ("sayso.cli.entities:entities", "Look a name up: whom it may mean, and why."),
    "concepts": (
        "sayso.cli.concepts:concepts",
        "List what can happen, with its PLOVER and CAMEO codes.",
    ),
    "schema": ("sayso.cli.schema:schema", "Print the JSON Schema of a record."),
    "doctor": ("sayso.cli.doctor:doctor", "Check this installation."),
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader of our output that went away (`| head`) is no error of ours."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still to be written goes nowhere, or Python would complain at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", message="sayso %(version)s")
def cli() -> None:
    """sayso reads the news and records who says what: every statement with its source, its cue,
    its content, its act, and the passage that proves it.

    Results go to stdout, everything else to stderr. Exit code 0: done; 1: something could not
    be read or is wrong; 2: called wrongly.
    """


def run(args: list[str]) -> int:
    """Run the command line; give back the exit code."""
    try:
        result = cli.main(args=args, prog_name="sayso", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("sayso: stopped", err=True)
        return 130


def main() -> None:
    """Entry point of the `sayso` command."""
    for stream in (sys.stdout, sys.stderr):
        # News is in every script: files are UTF-8, and a terminal shows "?" for what it lacks.
        if isinstance(stream, io.TextIOWrapper):
            watched = stream.isatty()
            stream.reconfigure(encoding=None if watched else "utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))
