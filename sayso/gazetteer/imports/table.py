"""Read a table (CSV and its kin): a head line, then one row an entity or one row an office."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.errors import BadImport
from sayso.gazetteer.imports.cells import Checker
from sayso.gazetteer.imports.row import Fault, Read, Row
from sayso.gazetteer.imports.values import load_words, plain
from sayso.model import EntityKind

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}


def read_table(text: str, where: str, kind: EntityKind | None = None) -> Read:
    """The rows of a table and what is wrong with them.

    Args:
        where: the file's name, for messages.
        kind: of the rows that tell none.

    Raises:
        BadImport: there is no column of names, a column stands twice, or there are no rows.

    >>> read = read_table("Name;Kind;Country\\nIda Mossgrove;person;LU\\n;person;QX\\n", "a.csv")
    >>> read.format, [(row.line, row.name, row.country) for row in read.rows]
    ('table, semicolon', [(2, 'Ida Mossgrove', 'LUX')])
    >>> [(fault.line, fault.column) for fault in read.faults]
    [(3, 'name'), (3, 'country')]
    """
    lines = list(io.StringIO(text, newline=""))
    delimiter = find_delimiter(next(line for line in lines if line.strip()))
    records = read_records(lines, delimiter)
    head = next(records)[1] or []
    columns = read_head(head, where)
    rows: list[Row] = []
    faults: list[Fault] = []
    seen = 0
    for seen, (line, cells) in enumerate(records, start=1):  # noqa: B007
        row, wrong = read_row(line, cells, len(head), columns, kind)
        faults += wrong
        rows += [row] if row else []
    if not seen:
        raise BadImport("has a head line and no rows", where=where, expected="a row an entity")
    unused = [repr(cell.strip()) for n, cell in enumerate(head) if n not in columns.values()]
    notes = (f"not used: {name_columns(unused)}",) if unused else ()
    read_as = f"table, {DELIMITERS[delimiter]}"
    return Read(read_as, seen, tuple(rows), tuple(faults), notes)


def name_columns(names: list[str]) -> str:
    """Columns in words."""
    return f"{'column' if len(names) == 1 else 'columns'} {', '.join(names)}"


def find_delimiter(head: str) -> str:
    """The delimiter that parts a head line into the most columns that we know.

    >>> find_delimiter("id;name;kind"), find_delimiter("name")
    (';', ',')
    """
    known = load_words()["columns"]

    def count(delimiter: str) -> int:
        cells = next(csv.reader([head], delimiter=delimiter), [])
        return sum(plain(cell) in known for cell in cells)

    return max(DELIMITERS, key=count)


def read_head(cells: list[str], where: str) -> dict[str, int]:
    """Our name of a column → its number.

    Raises:
        BadImport: names are missing, or two columns are one.
    """
    known = load_words()["columns"]
    names = [known[plain(cell)] for cell in cells if plain(cell) in known]
    found = ", ".join(repr(cell.strip()) for cell in cells) or "none"
    if "name" not in names:
        raise BadImport(
            f"no column of names; its columns are {found}",
            where=f"{where}, line 1",
            expected="a head line with 'name', 'kind', 'country' … (docs/imports.md)",
        )
    doubled = [name for name, count in Counter(names).items() if count > 1]
    if doubled:
        raise BadImport(
            f"two columns for {doubled[0]!r} among {found}",
            where=f"{where}, line 1",
            expected="one column of each",
        )
    return {known[plain(cell)]: n for n, cell in enumerate(cells) if plain(cell) in known}


def read_records(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Line where each record begins, with its cells; None where its quotation marks are wrong.

    Empty lines are passed over. A quotation mark that is never closed would swallow all that
    follows: what goes over several lines and has not as many cells as the head line is one bad
    line, and the next one begins anew.

    >>> list(read_records(["name,kind\\n", '"Ida,person\\n', "Tom,person\\n"], ","))
    [(1, ['name', 'kind']), (2, None), (3, ['Tom', 'person'])]
    """
    begin, width = 0, 0
    while begin < len(lines):
        start = begin
        rest = (lines[number] for number in range(start, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                end = start + reader.line_num
                if any(cell.strip() for cell in cells):
                    width = width or len(cells)
                    if end - begin > 1 and len(cells) != width:
                        raise csv.Error
                    yield begin + 1, cells
                begin = end
        except csv.Error:
            yield begin + 1, None
            begin += 1


def read_row(
    line: int,
    cells: list[str] | None,
    width: int,
    columns: Mapping[str, int],
    kind: EntityKind | None,
) -> tuple[Row | None, list[Fault]]:
    """One row, or what is wrong with it."""
    if cells is None:
        expected = "every quotation mark closed on its line, or doubled inside a cell"
        return None, [Fault(line, "", "a quotation mark stands alone", expected)]
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        expected = f"{width}, as the head line; quote a cell that holds the delimiter"
        return None, [Fault(line, "", f"{len(cells)} cells", expected)]
    checker = Checker(line, {name: cells[number] for name, number in columns.items()})
    row = checker.read(kind)
    return (None, checker.faults) if checker.faults else (row, [])
