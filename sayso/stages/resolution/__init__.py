"""The parts of `sayso.stages.resolve`: words, names, parties, people, references, chains."""
