"""How does a statement that is run at every answer reach SQLite? Compiled once a process, then straight to the driver.

SQLAlchemy takes some 60 µs around a statement for which SQLite needs 5; nearly all of it finds again what it found the
time before. What is kept here is a statement's own text, the order of its parameters, and how values become columns
and columns values, all of it made by SQLAlchemy. Statements of a shape that needs more are left to SQLAlchemy.

What is made of a row is kept as well, by what SQLite said, word for word: a row that is read again as it was (the
learner, the question) is neither converted nor parsed again, and a row that has changed is another key.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Executable
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any] | None
Keys = frozenset[str]

_DIALECT = SQLiteDialect_pysqlite(paramstyle="qmark")
_MISSING: Any = object()
MADE = 512
"""So many objects made of rows are kept, for each statement."""

T = TypeVar("T")


class Answer(IteratorResult[Any]):
    """The rows of a prepared statement; `rowcount` as the driver tells it."""

    def __init__(self, metadata: SimpleResultMetaData, rows: Iterator[Any], rowcount: int) -> None:
        super().__init__(metadata, rows)
        self.rowcount = rowcount


class Prepared:
    """A statement that is ready to be run with any values for its parameters."""

    __slots__ = ("_binds", "_made", "_metadata", "_results", "_sql")

    def __init__(self, compiled: SQLCompiler) -> None:
        self._sql = str(compiled)
        self._made: dict[tuple[Any, ...], Any] = {}
        self._binds = tuple(_bind(compiled, name) for name in compiled.positiontup or ())
        columns = compiled._result_columns
        self._metadata = SimpleResultMetaData([column.keyname for column in columns])
        results = [column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) for column in columns]
        self._results: Sequence[tuple[int, Callable[[Any], Any]]] = [
            (place, process) for place, process in enumerate(results) if process is not None
        ]

    def run(self, connection: sqlite3.Connection, parameters: Mapping[str, Any]) -> Answer:
        """Raises what the driver raises, and KeyError where a parameter is missing."""
        cursor = connection.execute(self._sql, self._values(parameters))
        if cursor.description is None:
            return Answer(self._metadata, iter(()), cursor.rowcount)
        rows = cursor.fetchall()
        return Answer(
            self._metadata, iter([self._row(row) for row in rows] if self._results else rows), cursor.rowcount
        )

    def made(self, connection: sqlite3.Connection, parameters: Mapping[str, Any], make: Callable[[Any], T]) -> T | None:
        """What `make` makes of the first row; `make` is the same at every call of this statement."""
        raw = connection.execute(self._sql, self._values(parameters)).fetchone()
        if raw is None:
            return None
        found: T | None = self._made.get(raw)
        if found is None:
            row = self._row(raw) if self._results else raw
            found = make(Answer(self._metadata, iter((row,)), 1).one())
            if len(self._made) >= MADE:
                del self._made[next(iter(self._made))]
            self._made[raw] = found
        return found

    def _row(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, process in self._results:
            values[place] = process(values[place])
        return tuple(values)

    def _values(self, parameters: Mapping[str, Any]) -> list[Any]:
        values = []
        for name, process, default in self._binds:
            value = parameters.get(name, default)
            if value is _MISSING:
                raise KeyError(name)
            values.append(value if process is None else process(value))
        return values


def _bind(compiled: SQLCompiler, name: str) -> tuple[str, Process, Any]:
    """A parameter: its name, what makes a column's value of it, and the value it has if none is given."""
    bind = compiled.binds[name]
    process = bind.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return bind.key, process, _MISSING if bind.required else bind.effective_value


class Preparer:
    """The statements of a process that came more than once, prepared. One that is built anew each time never does."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Executable, dict[Keys, Prepared | None]] = WeakKeyDictionary()

    def prepared(self, statement: Executable, parameters: Mapping[str, Any]) -> Prepared | None:
        """None the first time, and where SQLAlchemy has to do more than pass values on."""
        forms = self._known.get(statement)
        if forms is None:
            self._known[statement] = {}
            return None
        names = frozenset(parameters)
        if names not in forms:
            forms[names] = _prepare(statement, names)
        return forms[names]


def _prepare(statement: Executable, names: Keys) -> Prepared | None:
    compiled = statement.compile(dialect=_DIALECT, column_keys=sorted(names))  # type: ignore[attr-defined]
    if not isinstance(compiled, SQLCompiler):
        return None
    expands = compiled.post_compile_params or compiled.literal_execute_params
    filled = compiled.insert_prefetch or compiled.update_prefetch
    return None if expands or filled else Prepared(compiled)
