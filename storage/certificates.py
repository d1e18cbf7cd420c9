"""Which certificates were given, and what stands on them?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.link import Link
from storage.tables import certificates


@dataclass(frozen=True, slots=True)
class Certificate:
    """That somebody knew so many facts of a pack on a day, in the words that were printed."""

    code: str
    learner_id: int
    pack_id: int | None
    name: str
    title: str
    facts: int
    total: int
    class_name: str | None
    at: datetime


class Certificates:
    """The certificates' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def give(self, certificate: Certificate) -> Certificate:
        """Keeps it; the one that the learner has of that pack is renewed, and keeps its code."""
        values = {name: getattr(certificate, name) for name in Certificate.__slots__}
        add = self._link.insert(certificates).values(values)
        fresh = {name: add.excluded[name] for name in ("name", "title", "facts", "total", "class_name", "at")}
        renew = add.on_conflict_do_update(index_elements=["learner_id", "pack_id"], set_=fresh)
        row = (await self._link.run(renew.returning(certificates))).one()
        return Certificate(**row._mapping)

    async def of(self, learner_id: int, pack_id: int) -> Certificate | None:
        """The learner's certificate of that pack."""
        row = (await self._link.run(_OF, {"learner": learner_id, "pack": pack_id})).first()
        return Certificate(**row._mapping) if row else None

    async def by_code(self, code: str) -> Certificate | None:
        """The certificate with that code, if its learner still stands by it."""
        row = (await self._link.run(_BY_CODE, {"code": code})).first()
        return Certificate(**row._mapping) if row else None


_BY_CODE = select(certificates).where(certificates.c.code == bindparam("code"))
_OF = select(certificates).where(
    certificates.c.learner_id == bindparam("learner"), certificates.c.pack_id == bindparam("pack")
)
