"""`python -m sayso` is the `sayso` command."""

from __future__ import annotations

from sayso.cli.main import main

if __name__ == "__main__":
    main()
