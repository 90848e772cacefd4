"""Sample pages: six about one dispute, told by both sides in three languages.

Everything in them is invented: the outlets, the people, the river Arvelle, its dam at Hautmarais,
and what Belgium and Luxembourg are made to say. `sayso demo` reads them.
"""
