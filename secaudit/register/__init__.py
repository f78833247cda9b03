"""The register: one chained log of everything that happened.

Every event holds the hash of the one before it, so nothing can be altered, removed,
inserted or reordered unseen. What may one day have to be deleted (names, comments, the
file as sent) lies beside the chain and is bound to it by a keyed hash.
"""

from secaudit.register.chain import Breach
from secaudit.register.log import Draft, Event, Head, Register, Writer
