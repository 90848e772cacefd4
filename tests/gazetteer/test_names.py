"""Names across spellings and scripts: comparing two, and finding one among many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.names.exonyms import find_places
from sayso.gazetteer.names.index import NameIndex
from sayso.gazetteer.names.korean import fold_korean
from sayso.gazetteer.names.match import Verdict, compare
from sayso.gazetteer.names.parts import split_name
from sayso.gazetteer.names.romanise import romanise
from sayso.model import EntityKind

SAME = [
    ("Tschernyschow Wadim", "de", "Вадим Чернышов", "ru"),
    ("Vadim Tchernychov", "fr", "Вадимом Чернышовым", "ru"),
    ("Vadim Chernyshov", "en", "Вадиму Чернишову", "uk"),
    ("Jewhen Schtscherbak", "de", "Yevhen Shcherbak", "en"),
    ("Evguéni Joukov", "fr", "Jewgenij Schukow", "de"),
    ("Szczepan Wójcik", "pl", "Щепан Вуйцик", "ru"),
    ("Đorđe Vučković", "hr", "Ђорђе Вучковић", "sr"),
    ("Jean-Claude Perrin", "fr", "Жан Клод Перрен", "ru"),
    ("Kovács Béla", "hu", "Бела Ковач", "ru"),
    ("Ho Min-su", "en", "허민수", "ko"),
    ("Yi Chaeho", "en", "Lee Jae-ho", "en"),
    ("Николай Велихов", "ru", "Mykola Velykhov", "en"),
    ("Велихов, Николай Петрович", "ru", "Nikolai Velikhov", "en"),
]
DIFFERENT = [
    ("Vadim Chernyshov", "Vadim Chernenko"),
    ("Kim Jong-su", "Kim Jong-hwa"),
    ("Yury Isakov", "Juri Uschakow"),
    ("Tom Weller", "Tom Weller Jr."),
    ("Karl II", "Karl III"),
    ("Michael L. Cornell", "Michael Ellis"),
    ("Boris Welling", "Ron Welling"),
    ("Иван Петрович Вельский", "Иван Сергеевич Вельский"),
]


@pytest.mark.parametrize(("a", "from_a", "b", "from_b"), SAME)
def test_spellings_of_one_name(a: str, from_a: str, b: str, from_b: str) -> None:
    assert compare(a, b, languages=(from_a, from_b)).verdict is Verdict.SAME


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_people(a: str, b: str) -> None:
    assert compare(a, b, languages=("en", "en")).verdict is not Verdict.SAME


@pytest.mark.parametrize("other", ["Вельский", "Anna Welski", "WELSKI", "A. Welski"])
def test_family_name_alone_is_never_same(other: str) -> None:
    assert compare("Welski", other).verdict is not Verdict.SAME


def test_reasons_name_the_words() -> None:
    found = compare("Wadim Tschernyschow", "Вадима Чернышова")
    assert len(found.reasons) == 2
    assert "case ending" in found.reasons[0]
    assert "Tschernyschow" in found.reasons[1]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    forward, back = compare(a, b), compare(b, a)
    assert forward.score <= 1.0
    assert forward.verdict is back.verdict


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Rakousku", "Австрії", True),
        ("Nového Mexika", "Нью-Мексико", True),
        ("Ирландия", "Исландия", False),
        ("Jižní Korea", "Северная Корея", False),
        ("Weißenfelde", "Вайсенфельде", True),
    ],
)
def test_places(a: str, b: str, same: bool) -> None:
    found = compare(a, b, kind=EntityKind.PLACE)
    assert (found.verdict is Verdict.SAME) is same


def test_peoples_name_their_country() -> None:
    assert find_places("Němců", "cs") == find_places("немцев", "ru") == {"deu"}


@pytest.mark.parametrize(
    ("habit", "wanted"), [("en", "Khrushchin"), ("fr", "Khrouchtchin"), ("de", "Chruschtschin")]
)
def test_habits(habit: str, wanted: str) -> None:
    assert romanise("Хрущин", "ru", habit) == wanted  # type: ignore[arg-type]


def test_korean_names_of_one_family_stay_apart() -> None:
    folded = {fold_korean(name) for name in ("김정은", "김정일", "김여정", "김성남")}
    assert len(folded) == 4


def test_titles_and_fathers_names_are_no_names() -> None:
    parts = split_name("генерал Вельский Пётр Иванович")
    assert parts.words == ("Вельский", "Пётр")
    assert parts.patronymics == ("Иванович",)


def test_names_of_two_pages_get_one_id() -> None:
    book = NameIndex()
    first = book.assign("Wadim Tschernyschow", "de")
    later = book.assign("Вадима Чернышова", "ru")
    assert later.key == first.key
    assert later.comparison.reasons
    assert book.assign("Tschernyschow", "de").key != first.key
    assert book.assign("Oleg Tschernyschow", "de").key != first.key


def test_a_name_that_fits_two_is_nobodys() -> None:
    book = NameIndex()
    book.add("a", "Jan Welling")
    book.add("b", "Jan Welling")
    assert book.assign("Яна Веллинга", "ru").key not in ("a", "b")
