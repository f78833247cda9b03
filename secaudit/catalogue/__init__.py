"""The catalogue: controls with their questions."""

from secaudit.catalogue.loading import (
    Loaded,
    WrittenControl,
    load_catalogue,
    load_named,
    not_inheritable,
    shipped,
    unfit,
)
from secaudit.catalogue.model import (
    GRADES,
    KIND_WORDS,
    KINDS,
    Catalogue,
    Control,
    Kind,
    Question,
    Service,
    Text,
    Texts,
    Theme,
    control_order,
    holds,
    kind_name,
    serves,
)
