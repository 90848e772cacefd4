"""How statements are found: the parts that `stages/attribute.py` puts together.

    tag.py        what each word may be, decided by its neighbours
    hits.py       the cues of a sentence, with the verb group around each
    clause.py     what all word orders share: noun phrases, ends of clauses, complements
    svo.py        subject and content where the subject stands before the verb (en, fr, it)
    v2.py         the same where the finite verb is second and others close the clause (de)
    others.py     cues that are no verbs: prepositions, nouns, adverbs, colons
    quoted.py     quotations whose cue stands beside them, in this sentence or the next
    build.py      what was found, made into statements
"""
