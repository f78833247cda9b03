"""The laws that a catalogue may refer to."""

import pytest

from secaudit.catalogue import load_named, shipped
from secaudit.lint.references import expanded, laws


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("32", ("32",)),
        ("5(1)(a-c)", ("5(1)(a)", "5(1)(b)", "5(1)(c)")),
        ("12(7-8)", ("12(7)", "12(8)")),
        ("12(9-11)", ("12(9)", "12(10)", "12(11)")),
        ("§ 7, stk. 1-2", ("§ 7, stk. 1", "§ 7, stk. 2")),
        ("§ 6, stk. 1, nr. 9-10", ("§ 6, stk. 1, nr. 9", "§ 6, stk. 1, nr. 10")),
        ("a", ("a",)),
    ],
)
def test_a_range_stands_for_all_between(
    text: str, all_of_them: tuple[str, ...]
) -> None:
    assert expanded(text) == all_of_them


@pytest.mark.parametrize(
    ("law", "provision", "exists"),
    [
        ("gdpr", "5(1)(f)", True),
        ("gdpr", "5(1)(g)", False),
        ("gdpr", "28(10)", True),
        ("gdpr", "28(11)", False),
        ("gdpr", "32(1)(d)", True),
        ("gdpr", "32(1)(e)", False),
        ("gdpr", "99", True),
        ("gdpr", "100", False),
        ("gdpr", "32(1)(b)-(c)", False),
        ("nis2", "j", True),
        ("nis2", "k", False),
        ("nis2", "20(2)", True),
        ("nis2", "20(3)", False),
        ("nis2-loven", "§ 6, stk. 1, nr. 10", True),
        ("nis2-loven", "§ 6, stk. 1, nr. 11", False),
        ("nis2-loven", "§ 7, stk. 2", True),
        ("databeskyttelsesloven", "§ 11, stk. 1", True),
        ("databeskyttelsesloven", "§ 12", False),
    ],
)
def test_what_exists_can_be_referred_to_and_what_does_not_cannot(
    law: str, provision: str, exists: bool
) -> None:
    assert (provision in laws()[law].provisions) is exists


def test_every_article_of_the_gdpr_exists() -> None:
    whole = {one for one in laws()["gdpr"].provisions if one.isdigit()}
    assert whole == {str(number) for number in range(1, 100)}


def test_a_law_is_named_in_full_with_its_number() -> None:
    assert laws()["nis2-loven"].title.da == "NIS 2-loven (lov nr. 434 af 6. maj 2025)"
    assert "2016/679" in laws()["gdpr"].title.da


def test_every_reference_of_the_shipped_catalogues_exists() -> None:
    references = 0
    for name in shipped():
        catalogue = load_named(name).catalogue
        assert catalogue is not None
        for control in catalogue.controls:
            asked = [question.references for question in control.questions.values()]
            for told in (control.references, *asked):
                for law, provisions in told.items():
                    assert set(provisions) <= laws()[law].provisions, control.id
                    references += len(provisions)
    assert references > 200
