"""Addresses as people write them, and as mail servers take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secaudit.mail.addresses import WrongAddress, address


def test_a_name_with_quotes_commas_and_letters_of_danish_stays_a_name() -> None:
    made = address('Søren "Sus" Ærø, dr.', "soren@proeve.example")
    assert made.display_name == 'Søren "Sus" Ærø, dr.'
    assert str(made) == r'"Søren \"Sus\" Ærø, dr." <soren@proeve.example>'


def test_a_domain_with_letters_of_danish_is_written_as_servers_know_it() -> None:
    assert address("Bo", "bo@rødovre.example").domain == "xn--rdovre-bya.example"


def test_a_name_of_several_lines_is_one_line() -> None:
    made = address("Bo\r\nBcc: alle@proeve.example", "bo@proeve.example")
    assert made.display_name == "Bo Bcc: alle@proeve.example"


@pytest.mark.parametrize(
    "email",
    [
        "bo@proeve.example\r\nBcc: alle@proeve.example",
        "bo@proeve.example,anna@proeve.example",
        "bo@proeve.example; anna@proeve.example",
        "Bo <bo@proeve.example>",
        "bo",
        "bo@",
        "@proeve.example",
        "bo@@proeve.example",
        "bo lind@proeve.example",
        "bo.@proeve.example",
        "bo@proeve..example",
        "bo@-proeve.example",
        f"{'b' * 65}@proeve.example",
        f"bo@{'p' * 70}.example",
        f"bo@{'proeve.' * 40}example",
        "",
    ],
)
def test_what_is_not_one_address_is_refused(email: str) -> None:
    with pytest.raises(WrongAddress, match="er ikke en gyldig e-mailadresse"):
        address("Bo Lind", email)


def test_letters_of_danish_before_the_at_sign_are_refused_with_the_reason() -> None:
    with pytest.raises(WrongAddress, match="har tegn før @"):
        address("Bo Lind", "søren@proeve.example")


@given(st.text(max_size=60), st.text(max_size=40))
def test_whatever_is_written_an_address_is_made_or_refused(
    name: str, email: str
) -> None:
    try:
        made = str(address(name, email))
    except WrongAddress:
        return
    assert len(made.splitlines()) == 1
