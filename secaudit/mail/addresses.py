"""An e-mail address, held against what mail programs and servers understand."""

import re
from email.headerregistry import Address

from secaudit.language import _
from secaudit.visible import one_line

_LONGEST_LOCAL, _LONGEST = 64, 254
"""In characters: before the @ and in all (RFC 5321, section 4.5.3.1)."""
_LOCAL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
)
"""A dot-atom (RFC 5322, section 3.2.3)."""
_DOMAIN = re.compile(
    r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9-]*[A-Za-z0-9]"
)


class WrongAddress(ValueError):
    """Why an address cannot be written to, as the end of a sentence."""


def address(name: str, email: str) -> Address:
    """The address of somebody, their name on one line; a domain with æ, ø or å as servers know it.

    Raises WrongAddress.
    """
    local, _at, domain = email.strip().rpartition("@")
    if not local.isascii():
        sentence = _(
            "'{address}' has letters before the @ that mail servers cannot take"
        )
        raise WrongAddress(sentence.format(address=email))
    known = _known(domain)
    right = _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(known)
    if not right or len(local) > _LONGEST_LOCAL or len(local + known) >= _LONGEST:
        sentence = _("'{address}' is not one e-mail address")
        raise WrongAddress(sentence.format(address=email))
    return Address(" ".join(one_line(name).split()), addr_spec=f"{local}@{known}")


def _known(domain: str) -> str:
    """A domain as servers know it (IDNA); nothing where it is none."""
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
