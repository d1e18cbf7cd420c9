"""When was a war that everybody has heard of? No wrong answer lies outside the one that stem or heading names."""

import re

Day = tuple[int, int, int]
"""Year, month and day."""

_WARS = {
    "American Civil War": "1861-04 1865-05",
    "English Civil Wars?": "1642-08 1651-09",
    "Spanish Civil War": "1936-07 1939-04",
    "Russian Civil War": "1917-11 1922-10",
    "First World War|World War (?:I|One)|Great War": "1914-07 1918-11",
    "Second World War|World War (?:II|Two)": "1939-09 1945-09",
    "Winter War": "1939-11 1940-03",
    "Korean War": "1950-06 1953-07",
    "Vietnam War": "1955-11 1975-04",
    "Thirty Years[’'] War": "1618-05 1648-10",
    "Seven Years[’'] War": "1756-05 1763-02",
    "French and Indian War": "1754-05 1763-02",
    "Hundred Years[’'] War": "1337-05 1453-10",
    "Wars? of the Roses": "1455-05 1487-06",
    "War of the Spanish Succession": "1701-07 1714-09",
    "War of the Austrian Succession": "1740-12 1748-10",
    "Great Northern War": "1700-02 1721-09",
    "American (?:Revolutionary War|War of Independence)|Revolutionary War": "1775-04 1783-09",
    "Napoleonic Wars?": "1803-05 1815-11",
    "Peninsular War": "1807-10 1814-04",
    "War of 1812": "1812-06 1815-02",
    "Greek War of Independence": "1821-02 1832-07",
    "First Opium War": "1839-09 1842-08",
    "Second Opium War": "1856-10 1860-10",
    "Mexican[–-]American War": "1846-04 1848-02",
    "Crimean War": "1853-10 1856-03",
    "Franco-(?:Prussian|German) War": "1870-07 1871-05",
    "Spanish[–-]American War": "1898-04 1898-12",
    "(?:Second |South African )Boer War": "1899-10 1902-05",
    "Russo-Japanese War": "1904-02 1905-09",
    "Six-Day War": "1967-06 1967-06",
    "Yom Kippur War": "1973-10 1973-10",
    "Iran[–-]Iraq War": "1980-09 1988-08",
    "Falklands War": "1982-04 1982-06",
    "(?:First |Persian )Gulf War": "1990-08 1991-02",
    "French Revolution": "1789-05 1799-11",
    "Weimar Republic": "1918-11 1933-03",
}
_TIMES = tuple((re.compile(rf"\b(?:{name})\b"), *told.partition(" ")[::2]) for name, told in _WARS.items())
_ANY = re.compile(r"\b(?:Wars?|Revolution|Republic)\b")
_SIDE = re.compile(r"\b(?P<side>[Aa]fter|[Bb]efore|[Ss]ince) (?:the )?$")


def period(told: str, titles: str, key: Day) -> tuple[Day | None, Day | None]:
    """First and last day for an option, by the war that the statement names or that its titles are about."""
    for text in (told, titles):
        if _ANY.search(text) is None:
            continue
        for name, begin, end in _TIMES:
            match = name.search(text)
            if match is None:
                continue
            side = _SIDE.search(text[: match.start()])
            bounds: tuple[Day | None, Day | None] = (_day(begin, 1), _day(end, 31))
            if side is not None:
                bounds = (None, _day(begin, 31)) if side["side"].lower() == "before" else (_day(end, 1), None)
            if (bounds[0] is None or bounds[0] <= key) and (bounds[1] is None or key <= bounds[1]):
                return bounds
    return None, None


def _day(told: str, day: int) -> Day:
    return int(told[:4]), int(told[5:]), day
