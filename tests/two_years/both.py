"""Both years, walked once for all tests of a process: it takes half a minute."""

import atexit
import contextlib
import gc
import os
import tempfile
from functools import cache
from pathlib import Path

import pytest

from secaudit.language import using
from tests.two_years.first_year import first_year
from tests.two_years.second_year import second_year
from tests.two_years.walk import Walk


@cache
def both_years() -> Walk:
    """Both years, walked; nobody may change the folder."""
    place = tempfile.TemporaryDirectory(prefix="two-years-")
    atexit.register(place.cleanup)
    walk = Walk(Path(place.name) / "kommune")
    with contextlib.ExitStack() as around:
        around.enter_context(using("da"))
        around.enter_context(contextlib.chdir(os.sep))
        patch = around.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("SECAUDIT_USER", "Koordinatoren")
        gc.disable()  # so many commands in one process, each with a whole register
        around.callback(gc.enable)
        first_year(walk)
        second_year(walk)
    return walk
