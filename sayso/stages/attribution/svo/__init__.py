"""Verb cues where the subject stands before its verb (English, French, Italian).

    verbs.py       the finite verb: subject, cue, complement
    subject.py     the noun phrase before a verb; inverted.py the one behind it
    insertion.py   content before the cue, or around it
    extent.py      where a content ends
    nonfinite.py   participles, infinitives, passives
"""
