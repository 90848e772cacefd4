"""Write the gazetteer's data files from CLDR and from our own tables.

    python scripts/build_gazetteer.py            needs `babel` (CLDR's data, Unicode-3.0 licence)

Reads scripts/gazetteer/*.csv (written by hand, `;` between columns, `,` between words) and writes
sayso/gazetteer/data/*.tsv, which the package reads. Names of territories come from CLDR for every
language of `LANGUAGES`; people, capitals, seats, bodies and media come from our tables.
"""

from __future__ import annotations

import csv
import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from babel import Locale
from babel.core import get_global

sys.path.insert(0, str(Path(__file__).parents[1]))
from sayso.gazetteer.lookup import normalise
from sayso.gazetteer.names.romanise import is_cyrillic, is_hangul
from sayso.gazetteer.tables import read_rows
from scripts.inflect import decline, inflect

TABLES = Path(__file__).parent / "gazetteer"
DATA = Path(__file__).parents[1] / "sayso" / "gazetteer" / "data"
LANGUAGES = ("en", "fr", "de", "it", "es", "ru", "uk", "ko")
#: CLDR's codes that are no country or territory of ISO 3166-1, or that it retired.
NOT_ISO = {"QUU", "XAA", "XBB", "ZZZ", "DDR", "BUR", "ZAR", "FXX", "TMP", "YMD"} | {
    "ASC", "CPT", "DGA", "TAA", "XKK",
}  # fmt: skip
#: What makes a country's name one for its people.
SUFFIXES = {"ko": ("인", "인들")}
Row = tuple[str, str, str, str]  # id, form, genders, words joined by "|"


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of one of our own tables."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8") as file:
        return [{k: v or "" for k, v in row.items()} for row in csv.DictReader(file, delimiter=";")]


def split(words: str) -> list[str]:
    """The words of one cell."""
    return [word.strip() for word in words.split(",") if word.strip()]


def territories() -> dict[str, str]:
    """Alpha-3 code → CLDR's alpha-2 code, for ISO 3166-1 and Kosovo."""
    codes = {
        alpha3: alpha2[0]
        for alpha3, alpha2 in get_global("territory_aliases").items()
        if len(alpha3) == 3 and alpha3.isalpha() and len(alpha2) == 1 and alpha3 not in NOT_ISO
    }
    known = Locale("en").territories
    return dict(sorted({a: b for a, b in ({**codes, "XKX": "XK"}).items() if b in known}.items()))


def cldr_names(name: str) -> list[str]:
    """CLDR's name as the press writes it: "Myanmar (Burma)" is two names, "&" also "and".

    >>> cldr_names("Myanmar (Burma)"), cldr_names("Virgin Is. (U.S.)")
    (['Myanmar', 'Burma'], ['Virgin Is.'])
    """
    head, _, rest = name.partition("(")
    inner, _, tail = rest.partition(")")
    names = [" ".join((head + tail).split())]
    if inner[:1].isupper() and head.split() == [head.strip()] and len(inner.split()) == 1:
        names += [inner] * (not inner.isupper())
    return names + [names[0].replace(" & ", " and ")] * (" & " in name)


def country_names(language: str) -> Iterator[Row]:
    """Names of countries and territories in one language."""
    locale = Locale(language).territories
    extra: dict[str, list[str]] = {}
    for row in read_table("extra_names"):
        if row["language"] == language:
            extra.setdefault(row["code"], []).extend(split(row["names"]))
    genders = country_genders(language)
    for alpha3, alpha2 in territories().items():
        names = [*cldr_names(locale[alpha2]), *extra.get(alpha3, [])]
        gender = genders.get(alpha3, default_gender(language, names[0]))
        forms = [form for name in names for form in decline(name, language)]
        yield f"country:{alpha3}", "name", gender, join(with_genitives(forms, language))


def country_genders(language: str) -> dict[str, str]:
    """The grammatical genders of countries that differ from their language's rule."""
    rows = [row for row in read_table("genders") if row["language"] == language]
    return {code.strip(): row["gender"] for row in rows for code in split(row["codes"])}


def default_gender(language: str, name: str) -> str:
    """The rule: a French country in -e is a woman, a German one is a thing."""
    if language == "fr":
        return "f" if name.split("-")[0].split(" ")[0].endswith("e") else "m"
    return {"de": "n", "en": "n", "it": "f" if name.endswith("a") else "m"}.get(language, "")


def with_genitives(names: list[str], language: str) -> list[str]:
    """German names also with the -s that says whose."""
    if language != "de":
        return names
    fitting = [n for n in names if n[-1].isalpha() and n[-1].islower() and n[-1] not in "sxzß"]
    proper = [n for n in fitting if " " not in n or (n.istitle() and not n.endswith(("en", "er")))]
    return names + [n + "s" for n in proper]


def join(words: list[str]) -> str:
    """Words of one entry, each once."""
    return "|".join(
        dict.fromkeys(word.replace("’", "'").replace("ʼ", "'") for word in words if word)
    )


def french_forms(word: str) -> list[str]:
    """The four forms of a French adjective, from its masculine singular.

    >>> french_forms("nord-coréen")
    ['nord-coréen', 'nord-coréenne', 'nord-coréens', 'nord-coréennes']
    """
    irregular = {"turc": "turque", "grec": "grecque"}
    if word in irregular:
        female = irregular[word]
    elif word.endswith("e"):
        female = word
    elif word.endswith(("en", "on")) and not word.endswith("in"):
        female = word + "ne"
    else:
        female = word + "e"
    plural = word if word[-1] in "sx" else word + "s"
    plural = word[:-1] + "ux" if word.endswith("al") else plural
    return list(dict.fromkeys([word, female, plural, female + "s"]))


def german_adjective(word: str) -> list[str]:
    """The forms of a German adjective; a capitalised one ("Schweizer") is not inflected."""
    return (
        [word] if word[0].isupper() else [word + end for end in ("", "e", "en", "er", "es", "em")]
    )


def german_people(words: list[str]) -> list[str]:
    """The forms of a German word for people of a country: Ukrainer, Russe, Türkin …"""
    forms: list[str] = []
    for word in words:
        stem = word[:-1].replace("Franzos", "Französ") if word.endswith("e") else word
        if word.endswith("e"):
            forms += [word, word + "n", stem + "in", stem + "innen"]
        elif word.endswith("er"):
            forms += [word, word + "n", word + "s", word + "in", word + "innen"]
        else:
            forms.append(word)
    return forms


def people_words(row: dict[str, str], language: str) -> list[str]:
    """Adjectives and words for the people of one country."""
    if language == "en":
        return split(row["en_adjective"]) + split(row["en_people"])
    if language == "fr":
        return [form for word in split(row["fr_adjective"]) for form in french_forms(word)]
    if language == "de":
        adjectives = [f for word in split(row["de_adjective"]) for f in german_adjective(word)]
        return adjectives + german_people(split(row["de_people"]))
    return other_people(row["code"], language)


def other_people(code: str, language: str) -> list[str]:
    """The same where scripts/gazetteer/adjectives.csv has them, by the tables of endings.

    Korean has no such words: a people is the country's name and one more syllable
    (`SUFFIXES`), and an adjective is the name itself.
    """
    if language in SUFFIXES:
        names = next(w for k, form, _, w in country_names(language) if k == f"country:{code}")
        return [name + end for name in names.split("|") for end in SUFFIXES[language]]
    row = load_adjectives().get(code, {})
    adjectives = [
        f for w in split(row.get(language, "")) for f in inflect(w, language, "adjective")
    ]
    people = split(row.get(f"{language}_people", ""))
    return adjectives + [form for word in people for form in inflect(word, language, "people")]


@functools.cache
def load_adjectives() -> dict[str, dict[str, str]]:
    """adjectives.csv by country."""
    return {row["code"]: row for row in read_table("adjectives")}


@functools.cache
def load_capitals() -> dict[str, dict[str, str]]:
    """capitals.csv by country."""
    return {row["code"]: row for row in read_table("capitals")}


@functools.cache
def load_cities(language: str) -> dict[str, str]:
    """CLDR's names of the cities of time zones, by the English one."""
    zones = Locale(language).time_zones
    return {
        zone.split("/")[-1].replace("_", " ").lower(): words["city"]
        for zone, words in zones.items()
        if "city" in words
    }


def capital_names(row: dict[str, str], language: str) -> list[str]:
    """A country's capitals: our own table's, else CLDR's, else (in Latin letters) the English."""
    own = row.get(f"capital_{language}", "") or load_capitals().get(row["code"], {}).get(language)
    if own:
        return split(own)
    english = split(row["capital"])
    if language in ("en", "fr", "de"):
        return english
    cities = load_cities(language)
    found = [cities[one.lower()] for one in english if one.lower() in cities]
    return found or (english if language in ("es", "it") else [])


def country_words(language: str) -> Iterator[Row]:
    """Adjectives, people and capitals of the countries in one language."""
    for row in read_table("countries"):
        country = f"country:{row['code']}"
        if people := people_words(row, language):
            yield country, "demonym", "", join(people)
        capitals = [
            form for name in capital_names(row, language) for form in decline(name, language)
        ]
        if capitals:
            yield country, "capital", "", join(with_genitives(capitals, language))


def bloc_words(language: str) -> Iterator[Row]:
    """Adjectives of parts of the world, which name no country: "western services"."""
    for row in read_table("blocs"):
        words = split(row.get(language, ""))
        if language == "fr":
            words = [f for w in words for f in (french_forms(w) if w.islower() else [w])]
        if language == "de":
            words = [f for w in words for f in (german_adjective(w) if w.islower() else [w])]
        if language not in ("en", "fr", "de", "it"):
            words = [form for word in words for form in bloc_forms(word, language)]
        if words:
            yield f"bloc:{row['id']}", "bloc", "", join(words)


def bloc_forms(word: str, language: str) -> list[str]:
    """A name declined; an adjective, or a word for people, with every ending."""
    if word[0].isupper():
        return decline(word, language)
    forms = inflect(word, language, "adjective")
    return forms if len(forms) > 1 else inflect(word, language, "people")


def table_words(name: str, form: str, language: str) -> Iterator[Row]:
    """Seats or bodies in one language."""
    for row in read_table(name):
        if words := [f for w in split(row.get(language, "")) for f in decline(w, language)]:
            yield identify(name, row), form, "", join(words)


def identify(table: str, row: dict[str, str]) -> str:
    """The entity id of a row of seats, bodies or media."""
    if table == "seats":
        return "seat:" + "".join(c if c.isalnum() else "-" for c in row["name"].lower())
    return f"body:{row['id']}"


def entity_rows() -> Iterator[tuple[str, ...]]:
    """Every entity: id, name, kind, country, sector, role."""
    english = Locale("en").territories
    for alpha3, alpha2 in territories().items():
        yield f"country:{alpha3}", cldr_names(english[alpha2])[0], "country", alpha3, "", ""
    for row in read_table("blocs"):
        yield f"bloc:{row['id']}", row["name"], "group", "", "", ""
    for row in read_table("seats"):
        yield identify("seats", row), row["name"], row["kind"], row["code"], row["sector"], ""
    for row in read_table("bodies"):
        kind = "group" if row["sector"] == "REB" else "organisation"
        yield identify("bodies", row), row["name"], kind, row["country"], row["sector"], ""
    for row in read_table("media"):
        role = "news agency" if row["type"] == "agency" else ""
        yield identify("media", row), row["name"], "medium", row["country"], "JRN", role
    known = {f"body:{row['id']}" for row in read_table("bodies")}
    for key, name, countries, sector, _ in read_rows("groups.tsv"):
        if key not in known:
            yield key, name, "group", countries.partition(",")[0], sector, ""


def group_words(taken: set[str]) -> dict[str, list[Row]]:
    """Armed groups' names by the language of their script; "any" for Latin letters.

    Only what is nobody else's name, and of one word only where the group's usual name is of one:
    "Wagner" may be anybody, "Janjaweed" is not. Short abbreviations are many things.
    """
    out: dict[str, list[Row]] = {}
    for key, name, _, _, others in read_rows("groups.tsv"):
        names = [one for one in [name, *others.split("|")] if is_telling(one, name)]
        for language, fits in SCRIPTS.items():
            words = [one for one in names if fits(one) and normalise(one) not in taken]
            forms = [form for one in words for form in decline(one, language)]
            if forms:
                out.setdefault(language, []).append((key, "body", "", join(forms)))
    return out


def is_telling(name: str, usual: str) -> bool:
    """Whether a group's name by itself tells the group."""
    if name.isupper() or any(c.isdigit() for c in name):
        return len(name) > 4
    return " " in name or (" " not in usual and len(name) > 4)


SCRIPTS: dict[str, Callable[[str], bool]] = {
    "any": lambda name: not is_cyrillic(name) and not is_hangul(name),
    "ru": is_cyrillic,
    "uk": is_cyrillic,
    "ko": is_hangul,
}


def media_words() -> Iterator[Row]:
    """Media, which have one name in all languages."""
    for row in read_table("media"):
        yield identify("media", row), "medium", "", join(split(row["names"]))


def write(name: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """One data file, tab-separated, with a head line."""
    lines = ["\t".join(row) for row in [head, *rows]]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Write every data file."""
    DATA.mkdir(parents=True, exist_ok=True)
    write("entities.tsv", ("id", "name", "kind", "country", "sector", "role"), list(entity_rows()))
    tables = {language: list_words(language) for language in LANGUAGES}
    tables["any"] = list(media_words())
    every = (word for rows in tables.values() for row in rows for word in row[3].split("|"))
    groups = group_words({normalise(word) for word in every})
    for language, rows in tables.items():
        write(f"words.{language}.tsv", WORDS, [*rows, *groups.get(language, [])])
    write_names()


#: The columns of a file of words.
WORDS = ("id", "form", "genders", "words")


def list_words(language: str) -> list[Row]:
    """Every word of a language, armed groups' aside."""
    return [
        *country_names(language),
        *country_words(language),
        *table_words("seats", "seat", language),
        *table_words("bodies", "body", language),
        *bloc_words(language),
    ]


def write_names() -> None:
    """Given names, name particles, words of organisations' names, determiners and endings."""
    given = [(row["gender"], join(split(row["names"]))) for row in read_table("given_names")]
    given += [
        (name, join([r["word"] for r in read_table(table)])) for name, table in TABLES_OF_NAMES
    ]
    write("names.tsv", ("kind", "words"), list(given))
    columns = ("language", "form", "word", "definite", "genders")
    rows = [tuple(row[c] for c in columns) for row in read_table("grammar")]
    write("grammar.tsv", columns, rows)


TABLES_OF_NAMES = (
    ("particle", "particles"),
    ("suffix", "suffixes"),
    ("organisation", "organisation_words"),
)

if __name__ == "__main__":
    main()
