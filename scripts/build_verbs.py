"""Build verbs.txt of the language packs: the forms of ordinary verbs, one a line.

    python scripts/build_verbs.py --textblob PATH [en fr de it]

English lemmas come from the Brill lexicon that TextBlob ships (MIT licence; `PATH` is an unpacked
wheel of textblob 0.20); the lemmas of the other languages, and all rules of inflection, are this
project's own lists in scripts/verbs/. Nothing is fetched, and nothing of this runs with sayso.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILDERS = {"en": "english", "fr": "french", "de": "german", "it": "italian"}


def main() -> None:
    """Write the files asked for; say how many forms each has."""
    sys.path.insert(0, str(ROOT))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("languages", nargs="*", default=list(BUILDERS))
    parser.add_argument("--textblob", type=Path, help="unpacked wheel of textblob")
    given = parser.parse_args()
    for language in given.languages:
        builder = importlib.import_module(f"scripts.verbs.{BUILDERS[language]}")
        if language == "en":
            if given.textblob is None:
                parser.error("English needs --textblob PATH")
            forms = builder.build(given.textblob / "textblob/en/en-lexicon.txt")
        else:
            forms = builder.build()
        path = ROOT / "sayso/packs" / language / "verbs.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(forms.text(), "utf-8")
        print(f"{language}: {len(forms.words())} forms")


if __name__ == "__main__":
    main()
