"""Mails and zips with bytes changed, cut out and put in: never more than problems come of it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secaudit.problems import Problem
from secaudit.steps.returned.found.model import Found, Leftover
from secaudit.steps.returned.found.opening import items
from tests.steps.returned.found.test_mail import FORM
from tests.steps.returned.packed import mail, outlook, zipped

WHOLE = {
    "svar.eml": mail({"a.yaml": FORM, "b.zip": zipped({"b.yaml": FORM})}),
    "outlook.eml": outlook(FORM),
    "svar.zip": zipped({"a.yaml": FORM, "__MACOSX/a": b"", "b.eml": mail({"b": FORM})}),
}
PUT_IN = (
    b"(",
    b'"',
    b";",
    b"\0",
    b"\r\n\r\n",
    b"\xff\xff\xff\xff",
    b"=?x?b?",
    b"*=utf-8''%ff",
    b"filename*1*=a;filename*=b;",
)
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 40), st.sampled_from(PUT_IN) | st.binary()
    ),
    min_size=1,
    max_size=20,
)


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_what_is_damaged_gives_forms_problems_and_leftovers_only(
    name: str, changes: list[tuple[float, int, bytes]], tmp_path: Path
) -> None:
    data = WHOLE[name]
    for share, length, put_in in changes:
        at = int(share * len(data))
        data = data[:at] + put_in + data[at + length :]
    path = tmp_path / name
    path.write_bytes(data)
    found = list(items(path))
    assert found
    assert all(isinstance(item, Found | Problem | Leftover) for item in found)
