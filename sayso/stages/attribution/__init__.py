"""How statements are found: the parts that `stages/attribute.py` puts together.

    bits.py tag.py what each word may be, decided by its neighbours
    hits.py        the cues of a sentence, with the verb group around each
    marks.py phrase.py complement.py found.py
                   what every word order shares: quotations and commas, noun phrases,
                   the complements a cue's entry asks for, and what is found
    svo/           verb cues where the subject stands before its verb (en, fr, it)
    v2/            verb cues where the finite verb is second, others close the clause (de)
    others.py hearsay.py headline.py
                   cues that are no verbs: prepositions, nouns, adverbs of hearsay, colons
    build.py       what was found, made into statements
"""
