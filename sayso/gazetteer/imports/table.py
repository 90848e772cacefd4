"""Read a table (CSV and its kin): a head line, then one row an entity or one row an office."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from sayso.errors import BadImport
from sayso.gazetteer.imports import values as v
from sayso.gazetteer.imports.row import Fault, Read, Row
from sayso.gazetteer.imports.values import Wrong, load_words, plain
from sayso.model import EntityKind

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_ALIAS = re.compile(r"[|;]")


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


class Checker:
    """Checks the cells of one row and keeps what is wrong with each.

    Attributes:
        faults: what was wrong, in the order of the checks.
    """

    def __init__(self, line: int, cells: Mapping[str, str]) -> None:
        self.line, self.cells = line, cells
        self.faults: list[Fault] = []

    def check(self, column: str, check: Callable[[str], v.T], default: v.T) -> v.T:
        """The value of a column, or the default where it is wrong."""
        try:
            return check(self.cells.get(column, ""))
        except Wrong as wrong:
            self.add(column, wrong)
            return default

    def add(self, column: str, wrong: Wrong) -> None:
        """Keep one more fault."""
        self.faults.append(Fault(self.line, column, wrong.what, wrong.expected))

    def read(self, kind: EntityKind | None) -> Row:
        """The row as far as it is right."""
        row = Row(
            line=self.line,
            id=self.check("id", v.check_id, ""),
            name=self.check("name", v.check_name, ""),
            kind=self.read_kind(kind),
            aliases=self.check("aliases", split_aliases, ()),
            country=self.check("country", v.check_country, None),
            sector=self.check("sector", v.check_sector, None),
            role=" ".join(self.cells.get("role", "").split()) or None,
            wikidata=self.check("wikidata", v.check_wikidata, None),
            since=self.check("since", v.check_date, ""),
            until=self.check("until", v.check_date, ""),
        )
        self.check_office(row)
        return row

    def read_kind(self, kind: EntityKind | None) -> EntityKind:
        """The kind that the row tells, else the one for rows that tell none."""
        if kind and not self.cells.get("kind", "").strip():
            return kind
        if "kind" not in self.cells:
            expected = "a column 'kind', or --kind for all rows"
            self.add("kind", Wrong("is not told", expected))
            return EntityKind.PERSON
        return self.check("kind", v.check_kind, EntityKind.PERSON)

    def check_office(self, row: Row) -> None:
        """Dates are of offices, and only people hold them."""
        dates = row.since or row.until
        try:
            v.check_order(row.since, row.until)
            if dates and row.kind is not EntityKind.PERSON:
                raise Wrong(f"{dates} is no date of an office", "none: only people hold offices")
            if dates and row.role is None:
                raise Wrong(f"{dates} without an office", "the office in 'role', or none")
        except Wrong as wrong:
            self.add("until" if row.until else "since", wrong)


def split_aliases(text: str) -> tuple[str, ...]:
    """Other names in one cell, parted by `|` or `;`.

    >>> split_aliases("Mossgrove, Ida | Ида Моссгров")
    ('Mossgrove, Ida', 'Ида Моссгров')
    """
    parts = (part for part in _ALIAS.split(text) if part.strip())
    return tuple(dict.fromkeys(v.check_name(part) for part in parts))
