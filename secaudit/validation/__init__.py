"""Validation: values held against their schema, then shaped as dataclasses."""

from secaudit.validation.breaches import did_you_mean, shortened, unknown_field
from secaudit.validation.checking import Checked, check, fits, load, used_twice
from secaudit.validation.schemas import SCHEMAS, schema
from secaudit.validation.shaping import plain, shaped, whole
