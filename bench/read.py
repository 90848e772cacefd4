"""`python -m bench.read`: documents a second, memory and start-up of reading, on one core.

The articles are the project's own: ordinary news, 10 to 13 statements in 3 kB; with --dense six
in which nearly everybody speaks, 30 in 3 kB. What was read is printed with the figures.

Times are CPU seconds of this process, so that other work on the machine counts little; each
figure stands beside a baseline measured in the same run (simple tokenising, trafilatura alone).
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.pages import articles, as_html

ROUNDS = 3
STARTS = 5
TOKEN = re.compile(r"\w+|\S")
MEMORY = """
import resource
from bench.read import pages_of, read_html
from bench.pages import articles
for page in pages_of(articles(60)):
    read_html(page)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def pages_of(texts: list[tuple[str, str]]) -> list[bytes]:
    """The articles as HTML pages."""
    made = (as_html(language, text, n) for n, (language, text) in enumerate(texts))
    return [page.encode() for page in made]


def read_html(page: bytes) -> int:
    """The whole way from an HTML page to its statements; how many there are."""
    from sayso.intake.page import read_page
    from sayso.pipeline import read_document

    return len(read_document(read_page(page, name="page.html")).statements)


def read_plain(given: tuple[str, str]) -> int:
    """Statements of a clean text."""
    from sayso.pipeline import read_text

    return len(read_text(given[1], given[0]).statements)


def extract(page: bytes) -> int:
    """trafilatura alone, in its fast mode."""
    import trafilatura

    return len(trafilatura.extract(page, fast=True) or "")


def tokenise(given: tuple[str, str]) -> int:
    """Simple tokenising."""
    return len(TOKEN.findall(given[1]))


def density(texts: list[tuple[str, str]]) -> float:
    """Statements in 3 kB of the articles."""
    return 3000 * sum(map(read_plain, texts)) / sum(len(text) for _, text in texts)


def rates(jobs: dict[str, tuple[Callable[..., int], list[object]]]) -> dict[str, float]:
    """Documents a CPU second of each job: the median of rounds in which all jobs take turns."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for work, given in jobs.values():
        work(given[0])  # imports and caches
    for _ in range(ROUNDS):
        for name, (work, given) in jobs.items():
            started = time.process_time()
            for one in given:
                work(one)
            taken[name].append(time.process_time() - started)
    return {name: len(jobs[name][1]) / statistics.median(t) for name, t in taken.items()}


def start_up(arguments: list[str]) -> float:
    """Milliseconds from start to end of a `sayso` command as a whole process; the median."""
    beside = Path(sys.executable).with_name("sayso")
    command = str(beside) if beside.exists() else shutil.which("sayso")
    whole = [command, *arguments] if command else [sys.executable, "-m", "sayso", *arguments]
    taken = []
    for _ in range(STARTS):
        started = time.perf_counter()
        subprocess.run(whole, check=True, capture_output=True)
        taken.append(time.perf_counter() - started)
    return 1000 * statistics.median(taken)


def peak_memory() -> float:
    """MB at the peak of a process that reads 60 HTML pages."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True
    )
    return int(done.stdout) / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.read", description=__doc__)
    parser.add_argument("--documents", type=int, default=121)
    parser.add_argument("--dense", action="store_true", help="the six articles full of statements")
    given = parser.parse_args()
    texts = articles(given.documents, given.dense)
    pages = pages_of(texts)
    size = sum(len(t) for _, t in texts) / len(texts) / 1000
    page_size = sum(map(len, pages)) / len(pages) / 1000
    got = rates(
        {
            "tokenise": (tokenise, list(texts)),
            "text": (read_plain, list(texts)),
            "extract": (extract, list(pages)),
            "html": (read_html, list(pages)),
        }
    )
    print(
        f"{len(texts)} documents, {size:.1f} kB of text in {page_size:.0f} kB of HTML; CPU seconds"
    )
    print(f"{density(texts):.1f} statements in 3 kB of text")
    print(f"simple tokenising   {got['tokenise']:8.0f} documents/s")
    print(f"reading clean text  {got['text']:8.1f} documents/s, ratio to tokenising "
          f"{got['text'] / got['tokenise']:.4f}")  # fmt: skip
    print(f"trafilatura (fast)  {got['extract']:8.1f} documents/s")
    print(f"reading HTML        {got['html']:8.1f} documents/s, ratio to trafilatura "
          f"{got['html'] / got['extract']:.2f}")  # fmt: skip
    print(f"peak memory         {peak_memory():8.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(texts[0][1], "utf-8")
        print(f"sayso --help        {start_up(['--help']):8.0f} ms")
        print(f"sayso read page.txt {start_up(['read', str(page)]):8.0f} ms")


if __name__ == "__main__":
    main()
