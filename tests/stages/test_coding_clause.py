"""Where roles stand: every way in which a clause can be built, in every language of the packs."""

from __future__ import annotations

#: How the clause is built; language and sentence; the event of its concept, and no other.
SENTENCES = """\
# active
en  Luxembourg attacked Belgium.
    attack: Luxembourg (LUX) → Belgium (BEL)
fr  Le Luxembourg a attaqué la Belgique.
    attack: Le Luxembourg (LUX) → la Belgique (BEL)
de  Luxemburg hat Belgien angegriffen.
    attack: Luxemburg (LUX) → Belgien (BEL)
# passive with agent
en  Belgium was attacked by Luxembourg.
    attack: Luxembourg (LUX) → Belgium (BEL)
fr  La Belgique a été attaquée par le Luxembourg.
    attack: le Luxembourg (LUX) → La Belgique (BEL)
de  Belgien wurde von Luxemburg angegriffen.
    attack: Luxemburg (LUX) → Belgien (BEL)
# passive without agent
en  Portugal was attacked on Monday.
    attack: – → Portugal (PRT)
fr  Le Portugal a été attaqué lundi.
    attack: – → Le Portugal (PRT)
de  Portugal wurde am Montag angegriffen.
    attack: – → Portugal (PRT)
# reduced relative
en  Two sailors arrested by Portugal reached the harbour.
    arrest: Portugal (PRT) → Two sailors
fr  Deux soldats tués par le Portugal ont été enterrés.
    kill: le Portugal (PRT) → Deux soldats
# relative clause
en  The soldiers who attacked the village left Andorra.
    attack: The soldiers → the village · aside
fr  Les soldats qui ont attaqué le village ont quitté Andorre.
    attack: Les soldats → le village · aside
de  Rebellen, die den Hafen angriffen, flohen.
    attack: Rebellen → den Hafen
# coordinated predicates
en  Portugal arrested the harbour master and expelled two diplomats.
    expel_diplomats: Portugal (PRT) → two diplomats
fr  Le Portugal a arrêté le maire et a expulsé deux diplomates.
    expel_diplomats: Le Portugal (PRT) → deux diplomates
de  Portugal griff den Hafen an und verhaftete den Bürgermeister.
    arrest: Portugal (PRT) → den Bürgermeister
# coordinated parties
en  Portugal and Belgium attacked Andorra and Iceland.
    attack: Portugal (PRT) + Belgium (BEL) → Andorra (AND) + Iceland (ISL)
fr  Le Portugal et la Belgique ont attaqué Andorre.
    attack: Le Portugal (PRT) + la Belgique (BEL) → Andorre (AND)
de  Portugal und Belgien haben Andorra angegriffen.
    attack: Portugal (PRT) + Belgien (BEL) → Andorra (AND)
# infinitive of the one who is urged
en  Iceland urged Portugal to withdraw its troops from Andorra.
    withdraw_troops: Portugal (PRT) → Andorra (AND) · planned · aside
fr  L'Islande a exhorté le Portugal à libérer les marins.
    release: le Portugal (PRT) → les marins · planned · aside
de  Island forderte Portugal auf, seine Truppen aus Andorra abzuziehen.
    withdraw_troops: Portugal (PRT) → Andorra (AND) · planned · aside
# infinitive of the one who promises
en  Portugal promised Iceland to release the sailors.
    release: Portugal (PRT) → the sailors · planned · aside
fr  Le Portugal a promis de libérer les marins.
    release: Le Portugal (PRT) → les marins · planned · aside
de  Portugal versprach, die Matrosen freizulassen.
    release: Portugal (PRT) → die Matrosen · planned · aside
# clause of the one who is to do it
en  Portugal demanded that Iceland release the sailors.
    release: Iceland (ISL) → the sailors · planned · aside
fr  Le Portugal a exigé que l'Islande libère les marins.
    release: l'Islande (ISL) → les marins · planned · aside
de  Portugal forderte, dass Island die Matrosen freilässt.
    release: Island (ISL) → die Matrosen · planned · aside
# light verb and noun
en  Luxembourg launched an attack on Belgium.
    attack: Luxembourg (LUX) → Belgium (BEL)
fr  Le Luxembourg a lancé une attaque contre la Belgique.
    attack: Le Luxembourg (LUX) → la Belgique (BEL)
de  Luxemburg startete einen Angriff auf Belgien.
    attack: Luxemburg (LUX) → Belgien (BEL)
en  Iceland held talks with Portugal in Lisbon.
    consult: Iceland (ISL) → Portugal (PRT)
fr  L'Islande a mené des pourparlers avec le Portugal à Lisbonne.
    negotiate: L'Islande (ISL) → le Portugal (PRT)
de  Island führte Gespräche mit Portugal in Lissabon.
    consult: Island (ISL) → Portugal (PRT)
# happening verb
en  Clashes broke out between Portugal and Belgium.
    fight: Portugal (PRT) → Belgium (BEL)
fr  Des affrontements ont éclaté entre le Portugal et la Belgique.
    fight: le Portugal (PRT) → la Belgique (BEL)
de  Zwischen Portugal und Belgien brachen Kämpfe aus.
    fight: Portugal (PRT) → Belgien (BEL)
# noun with owner and on
en  Luxembourg's attack on Belgium ended at noon.
    attack: Luxembourg (LUX) → Belgium (BEL)
# noun with an adjective as owner
en  The Portuguese withdrawal from Andorra began on Monday.
    withdraw_troops: Portuguese (PRT) → Andorra (AND)
# noun of and by
en  The arrest of two Portuguese sailors by Belgian police angered Lisbon.
    arrest: Belgian police (BEL) → two Portuguese sailors (PRT)
# noun with owner and of
en  Belgium's arrest of two Portuguese sailors angered Lisbon.
    arrest: Belgium (BEL) → two Portuguese sailors (PRT)
# noun with of and to
en  The visit of the Icelandic president to Lisbon ended.
    visit: the Icelandic president (ISL) → Lisbon (PRT)
# noun with of and against
fr  L'attaque du Luxembourg contre la Belgique a duré deux heures.
    attack: Luxembourg (LUX) → la Belgique (BEL)
# noun with a genitive
de  Der Angriff der portugiesischen Armee auf Andorra begann am Montag.
    attack: der portugiesischen Armee (PRT) → Andorra (AND)
# noun with a name's genitive
de  Der Angriff Luxemburgs auf Belgien dauerte zwei Stunden.
    attack: Luxemburgs (LUX) → Belgien (BEL)
# possessive of the verb's subject
en  Portugal withdrew from Andorra after its attack on Lisbon.
    attack: Portugal (PRT) → Lisbon (PRT) · aside
# particle parted by the object
en  Portuguese soldiers shot a Belgian drone down near Lisbon.
    shoot_down: Portuguese soldiers (PRT) → a Belgian drone (BEL)
en  Portugal blew the bridge up.
    bomb: Portugal (PRT) → the bridge
# particle at the verb
en  Portugal blew up the bridge.
    bomb: Portugal (PRT) → the bridge
# two objects
en  Iceland gave Portugal ten tanks.
    supply_arms: Iceland (ISL) → Portugal (PRT)
# separable verb
de  Luxemburg griff Belgien am Montag an.
    attack: Luxemburg (LUX) → Belgien (BEL)
de  Portugal zog seine Truppen aus Andorra ab.
    withdraw_troops: Portugal (PRT) → Andorra (AND)
# separable verb with zu
de  Portugal plant, Andorra anzugreifen.
    attack: Portugal (PRT) → Andorra (AND) · planned
# verb at the end
de  Die Lage ist ernst, weil Luxemburg am Montag Belgien angegriffen hat.
    attack: Luxemburg (LUX) → Belgien (BEL)
# subject behind the verb
de  Am Montag griff Luxemburg den Hafen an.
    attack: Luxemburg (LUX) → den Hafen
# separable verbs in a row
de  Portugal nahm den Bürgermeister fest und wies zwei Diplomaten aus.
    expel_diplomats: Portugal (PRT) → zwei Diplomaten
# separable verb behind another's clause
de  Portugal verhaftete den Hafenmeister und zog seine Truppen aus Andorra ab.
    withdraw_troops: Portugal (PRT) → Andorra (AND)
# participles that share their auxiliary
fr  Le Portugal a arrêté le maire et expulsé deux diplomates.
    expel_diplomats: Le Portugal (PRT) → deux diplomates
# object before a place
fr  L'armée portugaise a abattu un drone belge près de Lisbonne.
    shoot_down: L'armée portugaise (PRT) → un drone belge (BEL)
# noun with a genitive and durch
de  Die Freilassung der Matrosen durch Island erfolgte am Montag.
    release: Island (ISL) → der Matrosen
# noun behind es kommt zu
de  Am Montag kam es zu Kämpfen zwischen Portugal und Belgien.
    fight: Portugal (PRT) → Belgien (BEL)
# compound
de  Waffenlieferungen an Portugal begannen im März.
    supply_arms: – → Portugal (PRT)
de  Der Truppenabzug aus Andorra begann.
    withdraw_troops: – → Andorra (AND)
# dative
de  Island lieferte dem Land zehn Panzer.
    supply_arms: Island (ISL) → dem Land
fr  L'Islande a livré dix chars au Portugal.
    supply_arms: L'Islande (ISL) → Portugal (PRT)
# dative without article
de  Island lieferte Portugal zehn Panzer.
    supply_arms: Island (ISL) → Portugal (PRT)
# reflexive
fr  Le Portugal s'est retiré d'Andorre.
    withdraw_troops: Le Portugal (PRT) → Andorre (AND)
# perfect with to be
fr  Les troupes portugaises sont entrées en Andorre.
    invade: Les troupes portugaises (PRT) → Andorre (AND)
# adverb inside the group
en  Portugal has repeatedly attacked Andorra.
    attack: Portugal (PRT) → Andorra (AND)
# parenthesis before the verb
en  The army (PDF), on Sunday attacked Andorra.
    attack: The army (PDF) → Andorra (AND)
"""


def test_roles_are_found_by_how_the_clause_is_built(told, language, text, wanted) -> None:
    assert told(language, text, wanted.partition(":")[0]) == [wanted]
