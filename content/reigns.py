"""When did somebody rule of whom everybody has heard? No wrong answer has a president act before or after."""

import re
from functools import cache

Day = tuple[int, int, int]
"""Year, month and day."""

_PRESIDENTS = """
Washington 1789-04 1797-03, Adams 1797-03 1801-03, Jefferson 1801-03 1809-03, Madison 1809-03 1817-03,
Monroe 1817-03 1825-03, Adams 1825-03 1829-03, Jackson 1829-03 1837-03, Van Buren 1837-03 1841-03,
Harrison 1841-03 1841-04, Tyler 1841-04 1845-03, Polk 1845-03 1849-03, Taylor 1849-03 1850-07,
Fillmore 1850-07 1853-03, Pierce 1853-03 1857-03, Buchanan 1857-03 1861-03, Lincoln 1861-03 1865-04,
Johnson 1865-04 1869-03, Grant 1869-03 1877-03, Hayes 1877-03 1881-03, Garfield 1881-03 1881-09,
Arthur 1881-09 1885-03, Cleveland 1885-03 1889-03, Harrison 1889-03 1893-03, Cleveland 1893-03 1897-03,
McKinley 1897-03 1901-09, Roosevelt 1901-09 1909-03, Taft 1909-03 1913-03, Wilson 1913-03 1921-03,
Harding 1921-03 1923-08, Coolidge 1923-08 1929-03, Hoover 1929-03 1933-03, Roosevelt 1933-03 1945-04,
Truman 1945-04 1953-01, Eisenhower 1953-01 1961-01, Kennedy 1961-01 1963-11, Johnson 1963-11 1969-01,
Nixon 1969-01 1974-08, Ford 1974-08 1977-01, Carter 1977-01 1981-01, Reagan 1981-01 1989-01, Bush 1989-01 1993-01,
Clinton 1993-01 2001-01, Bush 2001-01 2009-01, Obama 2009-01 2017-01, Trump 2017-01 2021-01, Biden 2021-01 2025-01
"""
_MINISTERS = """
Walpole 1721-04 1742-02, Peel 1834-12 1846-06, Disraeli 1868-02 1880-04, Gladstone 1868-12 1894-03,
Asquith 1908-04 1916-12, Lloyd George 1916-12 1922-10, Baldwin 1923-05 1937-05, Chamberlain 1937-05 1940-05,
Churchill 1940-05 1945-07, Churchill 1951-10 1955-04, Attlee 1945-07 1951-10, Eden 1955-04 1957-01,
Macmillan 1957-01 1963-10, Heath 1970-06 1974-03, Callaghan 1976-04 1979-05, Thatcher 1979-05 1990-11,
Major 1990-11 1997-05, Blair 1997-05 2007-06, Cameron 2010-05 2016-07, Nehru 1947-08 1964-05
"""
_CROWNED = """
Elizabeth I 1558-11 1603-03, Henry VIII 1509-04 1547-01, Charles I 1625-03 1649-01, Charles II 1660-05 1685-02,
George II 1727-06 1760-10, George III 1760-10 1820-01, George IV 1820-01 1830-06, William IV 1830-06 1837-06,
Victoria 1837-06 1901-01, Edward VII 1901-01 1910-05, George V 1910-05 1936-01, George VI 1936-12 1952-02,
Elizabeth II 1952-02 2022-09, Louis XIII 1610-05 1643-05, Louis XIV 1643-05 1715-09, Louis XV 1715-09 1774-05,
Louis XVI 1774-05 1792-09, Louis XVIII 1814-04 1824-09, Napoleon III 1852-12 1870-09, Catherine II 1762-07 1796-11,
Alexander I 1801-03 1825-12, Nicholas I 1825-12 1855-03, Alexander II 1855-03 1881-03, Alexander III 1881-03 1894-11,
Nicholas II 1894-11 1917-03, William II 1888-06 1918-11, Wilhelm II 1888-06 1918-11, Philip II 1556-01 1598-09,
Frederick II 1740-05 1786-08, Franz Joseph 1848-12 1916-11, Maria Theresa 1740-10 1780-11, Hirohito 1926-12 1989-01
"""
_PRESIDENT = r"(?<!ice )(?<!ormer )(?<!ex-)(?<!uture )\bPresident (?:[A-Z][\w.]* ){0,3}?(?:NAMES)\b"
_SIGNED = r"\b(?:[A-Z][\w.]* ){1,3}(?:NAMES) (?:signed|vetoed) [^,]*\b(?:Act|Bill|Law|Proclamation|Amendment)\b"
_SIGNED_BY = (
    r"\b(?:Act|Bill|Law|Proclamation)\b[^,]* (?:signed|vetoed) (?:into law )?by (?:[A-Z][\w.]* ){1,3}(?:NAMES)\b"
)
_MINISTER = r"\b[Pp]rime [Mm]inister (?:[A-Z][\w.]* ){0,3}?(?:NAMES)\b"
_MONARCH = r"\b(?:King|Queen|Emperor|Empress|Tsar|Kaiser) (?:NAMES)\b(?! [A-Z])"
_ANY = re.compile(r"\b(?:President|[Mm]inister|King|Queen|Emperor|Empress|Tsar|Kaiser|signed|vetoed)\b")


def reign(told: str, key: Day) -> tuple[Day | None, Day | None]:
    """First and last day for an option, by the ruler whose act the statement tells; None where it names no such one."""
    if _ANY.search(told) is None:
        return None, None
    for pattern, times in _rulers():
        match = pattern.search(told)
        if match is None:
            continue
        for low, high in times[next(group for group in match.groups() if group)]:
            if low <= key <= high:
                return low, high
    return None, None


@cache
def _rulers() -> tuple[tuple[re.Pattern[str], dict[str, list[tuple[Day, Day]]]], ...]:
    """How the acts of each kind of ruler are told, and when each of them ruled."""
    kinds = (
        (_PRESIDENTS, (_PRESIDENT, _SIGNED, _SIGNED_BY)),
        (_MINISTERS, (_MINISTER,)),
        (_CROWNED, (_MONARCH,)),
    )
    found = []
    for table, ways in kinds:
        times: dict[str, list[tuple[Day, Day]]] = {}
        for entry in table.split(","):
            name, begin, end = entry.strip().rsplit(" ", 2)
            times.setdefault(name, []).append((_day(begin, 1), _day(end, 31)))
        names = "|".join(sorted(times, key=len, reverse=True))
        found += [(re.compile(way.replace("(?:NAMES)", f"({names})")), times) for way in ways]
    return tuple(found)


def _day(told: str, day: int) -> Day:
    return int(told[:4]), int(told[5:]), day
