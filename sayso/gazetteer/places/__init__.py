"""Places: which Paris is meant, where it lies, and what else it might have been."""

from sayso.gazetteer.places.rank import Candidate, Ranking, find_place
from sayso.gazetteer.places.store import find_rows
from sayso.gazetteer.places.words import load_place_words

__all__ = ["Candidate", "Ranking", "find_place", "find_rows", "load_place_words"]
