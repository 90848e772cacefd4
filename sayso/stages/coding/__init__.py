"""The parts of event coding: triggers, their clauses, and who stands in which role."""
