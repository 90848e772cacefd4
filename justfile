# What one does here, each in one word. `just` lists them.
default:
    @just --list

# The tests, as CI runs them (ruff and mypy are among them).
test *args:
    pytest {{args}}

# Put the code in its usual form.
format:
    ruff check --fix .
    ruff format .

# Write again what is generated in the docs: help texts, closed lists, the output in the README.
docs:
    python docs/make.py

# Check a language pack against its own proofs.
pack lang *args:
    python -m sayso pack check {{lang}} {{args}}

# How good: attribution scores on a set.
eval *args:
    python -m eval {{args}}

# How fast: documents a second on one core.
bench *args:
    python -m bench.read {{args}}

# Everything on a clean machine: install, then test.
ci:
    .ci/run
