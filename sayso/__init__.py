"""sayso: on whose say-so is a thing known?

    import sayso
    document = sayso.read("page.html")
    for statement in document.statements:
        print(statement.source, statement.act, statement.content)

Names are imported when they are first asked for, so that `import sayso` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import import_entities as import_entities
    from sayso.api import read as read
    from sayso.api import read_many as read_many
    from sayso.errors import BadImport as BadImport
    from sayso.errors import EmptyPage as EmptyPage
    from sayso.errors import FetchFailed as FetchFailed
    from sayso.errors import ForbiddenAddress as ForbiddenAddress
    from sayso.errors import IntakeError as IntakeError
    from sayso.errors import LanguageUnknown as LanguageUnknown
    from sayso.errors import NoArticle as NoArticle
    from sayso.errors import NotText as NotText
    from sayso.errors import PackError as PackError
    from sayso.errors import ReadFailed as ReadFailed
    from sayso.errors import SaysoError as SaysoError
    from sayso.errors import TooLarge as TooLarge
    from sayso.errors import UsageError as UsageError
    from sayso.export.plover import plover_rows as plover_rows
    from sayso.model import Act as Act
    from sayso.model import Conflict as Conflict
    from sayso.model import Cue as Cue
    from sayso.model import Date as Date
    from sayso.model import Document as Document
    from sayso.model import Entity as Entity
    from sayso.model import EntityKind as EntityKind
    from sayso.model import Event as Event
    from sayso.model import Hedge as Hedge
    from sayso.model import Outlet as Outlet
    from sayso.model import Reason as Reason
    from sayso.model import Source as Source
    from sayso.model import SourceKind as SourceKind
    from sayso.model import Statement as Statement
    from sayso.model import Undecided as Undecided
    from sayso.model import Via as Via
    from sayso.model import schema as schema
    from sayso.model import to_builtins as to_builtins
    from sayso.packs.load import list_packs as list_packs
    from sayso.spans import Span as Span

__version__ = "0.1.0"

#: Public name → the module that it lives in.
_HOME = {
    "Act": "sayso.model",
    "BadImport": "sayso.errors",
    "Conflict": "sayso.model",
    "Cue": "sayso.model",
    "Date": "sayso.model",
    "Document": "sayso.model",
    "EmptyPage": "sayso.errors",
    "Entity": "sayso.model",
    "EntityKind": "sayso.model",
    "Event": "sayso.model",
    "FetchFailed": "sayso.errors",
    "ForbiddenAddress": "sayso.errors",
    "Hedge": "sayso.model",
    "IntakeError": "sayso.errors",
    "LanguageUnknown": "sayso.errors",
    "NoArticle": "sayso.errors",
    "NotText": "sayso.errors",
    "Outlet": "sayso.model",
    "PackError": "sayso.errors",
    "ReadFailed": "sayso.errors",
    "Reason": "sayso.model",
    "SaysoError": "sayso.errors",
    "Source": "sayso.model",
    "SourceKind": "sayso.model",
    "Span": "sayso.spans",
    "Statement": "sayso.model",
    "TooLarge": "sayso.errors",
    "Undecided": "sayso.model",
    "UsageError": "sayso.errors",
    "Via": "sayso.model",
    "import_entities": "sayso.api",
    "list_packs": "sayso.packs.load",
    "plover_rows": "sayso.export.plover",
    "read": "sayso.api",
    "read_many": "sayso.api",
    "schema": "sayso.model",
    "to_builtins": "sayso.model",
}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> Any:
    """A public name, imported now (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    found = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return list(__all__)
