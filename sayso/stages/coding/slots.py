"""Slots: where an entry's actor and recipient stand."""

from __future__ import annotations

from sayso.packs.triggers import TriggerForm, Triggers


def slots_of(form: TriggerForm, triggers: Triggers) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where an entry's actor and recipient stand."""
    entry, default = form.entry, triggers.slots[form.kind]
    assert entry is not None
    actor = entry.actor if entry.actor is not None else default.actor
    recipient = entry.recipient if entry.recipient is not None else default.recipient
    return actor, recipient
