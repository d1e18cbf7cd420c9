"""Whom does a test trust? An authority of its own; its certificates are good, too late, or for another name."""

import shutil
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

OPENSSL = shutil.which("openssl")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Where its two files are."""

    chain: Path
    key: Path

    def server_side(self) -> ssl.SSLContext:
        """What a server with this certificate shows."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.chain, self.key)
        return context


class Authority:
    """Gives out certificates, with its files in `folder`; made by the openssl of the machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.root = folder / "root.pem"
        self._openssl(
            *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"),
            *("-subj", "/CN=Tests", "-addext", "basicConstraints=critical,CA:TRUE"),
            *("-addext", "keyUsage=critical,keyCertSign", "-keyout", "root.key", "-out", "root.pem"),
        )

    def give(self, *names: str, valid: bool = True) -> Certificate:
        """A certificate for names (`localhost`) and addresses (`127.0.0.1`); one that is not valid has run out."""
        stem = f"{'-'.join(names)}-{valid}"
        also = ",".join(f"{'IP' if name[0].isdigit() else 'DNS'}:{name}" for name in names)
        self._openssl(
            *("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={names[0]}"),
            *("-keyout", f"{stem}.key", "-out", f"{stem}.csr"),
        )
        (self._folder / f"{stem}.ext").write_text(f"subjectAltName={also}\nextendedKeyUsage=serverAuth\n")
        self._openssl(
            *("x509", "-req", "-in", f"{stem}.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial"),
            *("-days", "2" if valid else "-1", "-extfile", f"{stem}.ext", "-out", f"{stem}.pem"),
        )
        return Certificate(self._folder / f"{stem}.pem", self._folder / f"{stem}.key")

    def client_side(self) -> ssl.SSLContext:
        """What a client has that trusts this authority and nobody else."""
        return ssl.create_default_context(cafile=str(self.root))

    def _openssl(self, *words: str) -> None:
        assert OPENSSL is not None
        subprocess.run([OPENSSL, *words], cwd=self._folder, check=True, capture_output=True)
