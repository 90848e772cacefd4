"""How an event is told: done or not done, as fact, plan or possibility, or only in passing."""

from __future__ import annotations

#: How it is told; language and sentence; the event of its concept, and no other.
SENTENCES = """\
# negation
en  Iceland did not send weapons to Portugal.
    supply_arms: Iceland (ISL) → Portugal (PRT) · negative
fr  L'Islande n'a pas attaqué le Portugal.
    attack: L'Islande (ISL) → le Portugal (PRT) · negative
de  Island hat Portugal nicht angegriffen.
    attack: Island (ISL) → Portugal (PRT) · negative
# never
en  Iceland has never sent weapons to Portugal.
    supply_arms: Iceland (ISL) → Portugal (PRT) · negative
fr  L'Islande n'a jamais attaqué le Portugal.
    attack: L'Islande (ISL) → le Portugal (PRT) · negative
# no before the subject
en  No Icelandic troops entered Portugal.
    invade: No Icelandic troops (ISL) → Portugal (PRT) · negative
# no before the object
fr  L'Islande n'a livré aucune arme au Portugal.
    supply_arms: L'Islande (ISL) → Portugal (PRT) · negative
# will
en  Iceland will send weapons to Portugal.
    supply_arms: Iceland (ISL) → Portugal (PRT) · planned
# future
de  Island wird Waffen an Portugal liefern.
    supply_arms: Island (ISL) → Portugal (PRT) · planned
# future of several
de  Die Soldaten werden den Hafen angreifen.
    attack: Die Soldaten → den Hafen · planned
# not manage to
fr  Le Portugal n'a pas réussi à libérer les marins.
    release: Le Portugal (PRT) → les marins · negative
# must
en  Portugal must release the sailors.
    release: Portugal (PRT) → the sailors · planned
# may
en  Iceland may send weapons to Portugal.
    supply_arms: Iceland (ISL) → Portugal (PRT) · possible
# could
en  Iceland could send weapons to Portugal.
    supply_arms: Iceland (ISL) → Portugal (PRT) · possible
# will not
en  Iceland will not send weapons to Portugal.
    supply_arms: Iceland (ISL) → Portugal (PRT) · negative · planned
# future
fr  L'Islande enverra des armes au Portugal.
    supply_arms: L'Islande (ISL) → Portugal (PRT) · planned
# near future
fr  L'Islande va envoyer des armes au Portugal.
    supply_arms: L'Islande (ISL) → Portugal (PRT) · planned
# conditional of a modal
fr  L'Islande pourrait envoyer des armes au Portugal.
    supply_arms: L'Islande (ISL) → Portugal (PRT) · possible
# will as wish
de  Island will Waffen an Portugal liefern.
    supply_arms: Island (ISL) → Portugal (PRT) · planned
# subjunctive of a modal
de  Island könnte Waffen an Portugal liefern.
    supply_arms: Island (ISL) → Portugal (PRT) · possible
# if
en  If Iceland attacks Portugal, Belgium will impose sanctions on Reykjavik.
    attack: Iceland (ISL) → Portugal (PRT) · possible · aside
fr  Si l'Islande attaque le Portugal, la Belgique imposera des sanctions à Reykjavik.
    attack: l'Islande (ISL) → le Portugal (PRT) · possible · aside
de  Falls Island den Hafen angreift, ist Belgien bereit.
    attack: Island (ISL) → den Hafen · possible · aside
# then
en  If Iceland attacks Portugal, Belgium will impose sanctions on Reykjavik.
    sanction: Belgium (BEL) → Reykjavik (ISL) · planned
fr  Si l'Islande attaque le Portugal, la Belgique imposera des sanctions à Reykjavik.
    sanction: la Belgique (BEL) → Reykjavik (ISL) · planned
# unless
en  Unless Portugal releases the sailors, Iceland will recall its ambassador.
    release: Portugal (PRT) → the sailors · possible · aside
# try to
en  Portugal tried to attack Andorra.
    attack: Portugal (PRT) → Andorra (AND) · planned
de  Portugal versuchte, Andorra anzugreifen.
    attack: Portugal (PRT) → Andorra (AND) · possible
# fail to
en  Portugal failed to release the sailors.
    release: Portugal (PRT) → the sailors · negative
fr  Le Portugal a échoué à libérer les marins.
    release: Le Portugal (PRT) → les marins · negative
# plan to
en  Portugal plans to attack Andorra.
    attack: Portugal (PRT) → Andorra (AND) · planned
fr  Le Portugal prévoit d'attaquer Andorre.
    attack: Le Portugal (PRT) → Andorre (AND) · planned
de  Portugal plant, Andorra anzugreifen.
    attack: Portugal (PRT) → Andorra (AND) · planned
# do without
de  Portugal verzichtete darauf, Andorra anzugreifen.
    attack: Portugal (PRT) → Andorra (AND) · negative
# agree to
en  Portugal agreed to release the sailors.
    release: Portugal (PRT) → the sailors · planned · aside
fr  Le Portugal a accepté de libérer les marins.
    release: Le Portugal (PRT) → les marins · planned · aside
de  Portugal stimmte zu, die Matrosen freizulassen.
    release: Portugal (PRT) → die Matrosen · planned · aside
# threaten to
fr  Le Portugal a menacé d'attaquer Andorre.
    attack: Le Portugal (PRT) → Andorre (AND) · planned · aside
de  Portugal drohte, Andorra anzugreifen.
    attack: Portugal (PRT) → Andorra (AND) · planned
# refuse to
de  Portugal weigerte sich, die Matrosen freizulassen.
    release: Portugal (PRT) → die Matrosen · negative · aside
# purpose
en  Portugal sent troops to Andorra to arrest the smugglers.
    arrest: Portugal (PRT) → the smugglers · aside
# the deed before its purpose
en  Portugal sent troops to Andorra to arrest the smugglers.
    deploy_troops: Portugal (PRT) → Andorra (AND)
# noun in passing
en  After the attack on Andorra, Portugal expelled two diplomats.
    attack: – → Andorra (AND) · aside
fr  Après l'attaque contre Andorre, le Portugal a expulsé deux diplomates.
    attack: – → Andorre (AND) · aside
de  Nach dem Angriff auf Andorra wies Portugal zwei Diplomaten aus.
    attack: – → Andorra (AND) · aside
# noun that a statement demands
de  Portugal forderte die Freilassung der Matrosen.
    release: – → der Matrosen · planned · aside
# noun that somebody calls for
en  Iceland called for the release of the sailors.
    release: – → the sailors · planned · aside
# relative clause
en  The soldiers who attacked the village left Andorra.
    attack: The soldiers → the village · aside
# brought forward where the main clause has none
en  Two sailors arrested by Portugal reached the harbour.
    arrest: Portugal (PRT) → Two sailors
# not brought forward without a recipient
en  The workers who struck in Lisbon were calm.
    strike_labour: The workers → – · aside
# hearsay of the verb's mood
fr  Le Portugal aurait attaqué Andorre.
    attack: Le Portugal (PRT) → Andorre (AND) · possible
"""


def test_reality_polarity_and_what_is_told_aside(told, language, text, wanted) -> None:
    assert told(language, text, wanted.partition(":")[0]) == [wanted]
