"""The parts of `sayso.stages.resolve`, in the order in which a page passes through them.

    tokens     how words are cut · words: one form, what we know of it · sequence: a page's words
    lexicon    what a word can begin              scan            atoms: roles, places, names
    joining    atoms into noun phrases            bearing         definite? gender? subject?
    people     who is who on the page             identify        whom each phrase means
    parties    whom a source's words mean         coordination    "Paris and Berlin": two
    groups     "French farmers", "the Dutchman"   references      pronouns · roles: "the minister"
    via        the chain to the page
"""
