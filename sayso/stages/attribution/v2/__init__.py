"""Verb cues where the finite verb is second in main clauses and last in subordinate ones (German).

    chunks.py chunk_kinds.py finite.py cut.py
                   the sentence cut at its commas, each piece told by its finite verb
    fields.py      the clause around a cue: Vorfeld, brackets, Mittelfeld
    phrases.py nominative.py subject.py
                   noun phrases with case, and which of them speaks
    verbs.py clause.py preposed.py content.py object.py
                   the verb cue: content before it, after it, or as its object
    others.py nouns.py mood.py settle.py
                   cues that are no verbs, reported mood, what rests on the sentence before
"""
