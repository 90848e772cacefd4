"""sayso: on whose say-so is a thing known?"""

from __future__ import annotations

__version__ = "0.1.0"
