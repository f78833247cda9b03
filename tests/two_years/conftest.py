"""Both years, walked once for all the tests of this folder: it takes half a minute."""

import contextlib
import gc
import os
from collections.abc import Iterator

import pytest

from secaudit.language import using
from tests.two_years.first_year import first_year
from tests.two_years.second_year import second_year
from tests.two_years.walk import Walk


@pytest.fixture(scope="session")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Both years, walked; nobody may change the folder."""
    walked = Walk(tmp_path_factory.mktemp("two-years") / "kommune")
    with contextlib.ExitStack() as around:
        around.enter_context(using("da"))
        around.enter_context(contextlib.chdir(os.sep))
        patch = around.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("SECAUDIT_USER", "Koordinatoren")
        gc.disable()  # so many commands in one process, each with a whole register
        around.callback(gc.enable)
        first_year(walked)
        second_year(walked)
    gc.freeze()  # what is kept of them is not looked through again for each test
    yield walked
    gc.unfreeze()
