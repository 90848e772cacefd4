"""Who may import whom: arrows point down, and no stage knows another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "sayso"
#: Part of the package → its floor. A part may import what stands on lower floors, and itself.
FLOORS = {
    "cli": 7,
    "web": 7,
    "api": 6,
    "dossier": 6,
    "bulk": 6,
    "pipeline": 5,
    "store": 5,
    "export": 5,
    "stages": 4,
    "ledger": 4,
    "intake": 4,
    "packs": 3,
    "gazetteer": 3,
    "codebook": 2.5,  # facts about the model's closed lists
    "model": 2,
    "errors": 1,
    "ids": 1,
    "samples": 1,  # pages, no code
    "spans": 1,
}
FACES = {"__init__", "__main__"}  # names only: they may point anywhere
FILES = sorted(p for p in ROOT.rglob("*.py") if p.relative_to(ROOT).with_suffix("").name)


def parts(module: str) -> list[str]:
    return module.split(".")[1:]


def imports(path: Path) -> Iterator[str]:
    """Every module of ours that a file imports, at its head or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] == "sayso")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the module out"
            if node.module and node.module.split(".")[0] == "sayso":
                yield from (
                    f"{node.module}.{name.name}"
                    if is_module(node.module, name.name)
                    else node.module
                    for name in node.names
                )


def is_module(module: str, name: str) -> bool:
    """True when a name imported from a package is a module or package itself."""
    path = ROOT.joinpath(*parts(module), name)
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(ROOT).with_suffix("").parts[0]
    if own in FACES:
        return
    assert own in FLOORS, f"{own} stands on no floor; give it one here"
    for module in imports(path):
        if module == "sayso":  # the version
            continue
        other = parts(module)[0]
        assert other in FLOORS, f"{path} imports {module}, which stands on no floor"
        assert other == own or FLOORS[other] < FLOORS[own], f"{own} may not import {module}"


def stages() -> dict[str, list[Path]]:
    """Stage → its files: one file of stages/ with a public function of the file's own name, and
    the folder of its parts (attribute.py: attribution/) where it has one."""
    found = {}
    for path in sorted((ROOT / "stages").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        if any(isinstance(n, ast.FunctionDef) and n.name == path.stem for n in tree.body):
            folder = [
                p for p in path.parent.iterdir() if p.is_dir() and p.name[:6] == path.stem[:6]
            ]
            found[path.stem] = [path, *(p for f in folder for p in f.rglob("*.py"))]
    return found


def taken_functions(path: Path) -> set[tuple[str, str]]:
    """(module, name) of every function that a file takes from a module of stages/. A class is a
    record, and records are what stages hand on."""
    taken = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sayso.stages."):
            module = str(node.module).split(".")[2]
            taken |= {(module, n.name) for n in node.names if n.name.islower()}
    return taken


def test_there_are_stages() -> None:
    assert {"segment", "attribute"} <= set(stages())


def test_no_stage_calls_a_stage() -> None:
    known = stages()
    for stage, files in known.items():
        for path in files:
            others = {
                n for module, n in taken_functions(path) if module in known and module != stage
            }
            assert not others, f"{path.name} imports {others}: the pipeline hands results on"


@pytest.mark.parametrize("stage", ["stages", "ledger", "packs", "model"])
def test_pure_floors_open_no_socket_and_no_clock(stage: str) -> None:
    banned = {"socket", "urllib3", "urllib", "requests", "time", "datetime.now", "random"}
    folder = ROOT / stage
    for path in folder.rglob("*.py") if folder.is_dir() else [folder.with_suffix(".py")]:
        if not path.is_file():
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [n.name for n in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            assert not banned & {n.split(".")[0] for n in names}, f"{path} imports {names}"
