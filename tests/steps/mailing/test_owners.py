"""The mails to those who answer: their forms, and reminders of what is missing."""

import io
import zipfile
from datetime import date, timedelta

import pytest

from secaudit.officer.verdicts import Verdict
from secaudit.steps.issuing import small_forms
from tests.municipality import Municipality
from tests.steps.mailing.mails import DUE, Mails

FIRST = date(2026, 9, 2)
ON_20TH = date(2026, 9, 20)
DAY = timedelta(days=1)


def test_each_person_gets_a_draft_that_says_what_they_are_asked_and_carries_the_page(
    mails: Mails,
) -> None:
    drafts = mails.written("issue", "--mail", on=FIRST)
    assert set(drafts) == {"Anna Holm", "Bo Lind", "Cecilie Vang"}
    anna = drafts["Anna Holm"]
    assert anna.mail["X-Unsent"] == "1"
    assert anna.subject == (
        "Egenvurdering af informationssikkerheden: Svar senest den 1. oktober 2026"
    )
    assert anna.items[:3] == [
        "Omsorg & Pleje: 3 spørgsmål, cirka 4 minutter",
        "Arkiv: 3 spørgsmål, cirka 4 minutter",
        "Dine egne pligter som systemejer: 1 spørgsmål, cirka 2 minutter",
    ]
    assert anna.text.startswith(
        "Kære Anna Holm\n\nJeg beder dig svare på 7 spørgsmål senest den 1. oktober 2026. "
        "Det tager cirka 10 minutter"
    )
    assert anna.text.endswith("Telefon 12 34, signe@proeve.example\n")
    ((name, packed),) = anna.attached.items()
    assert name == "svar-2026-p01.zip"
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.namelist() == ["svar.html"]
        page = package.read("svar.html").decode()
    assert "Omsorg" in page
    assert "Signe Brink" in page


@pytest.mark.parametrize(
    ("share", "shown", "target"),
    [
        (
            r"\\fil01\it sikkerhed",
            r"\\fil01\it sikkerhed\campaigns\2026\issued\p01",
            "file://fil01/it%20sikkerhed/campaigns/2026/issued/p01",
        ),
        (
            r"S:\itsik",
            r"S:\itsik\campaigns\2026\issued\p01",
            "file:///S:/itsik/campaigns/2026/issued/p01",
        ),
        (
            "/srv/æ/",
            "/srv/æ/campaigns/2026/issued/p01",
            "file:///srv/%C3%A6/campaigns/2026/issued/p01",
        ),
        (
            "https://intra.proeve.example/itsik/",
            "https://intra.proeve.example/itsik/campaigns/2026/issued/p01/svar.html",
            "https://intra.proeve.example/itsik/campaigns/2026/issued/p01/svar.html",
        ),
    ],
)
def test_a_share_makes_a_link_instead_of_the_page(
    mails: Mails, share: str, shown: str, target: str
) -> None:
    place = mails.place
    yaml = place.read("secaudit.yaml") + f"mail: {{share: '{share}'}}\n"
    place.write("secaudit.yaml", yaml)
    anna = mails.written("issue", "--mail", on=FIRST)["Anna Holm"]
    assert anna.attached == {}
    assert f"1. Gå til {shown}\n" in anna.text
    html = anna.mail.get_body(("html",))
    assert html is not None
    assert f'href="{target}"' in html.get_content()


def test_only_what_is_new_is_mailed_again(mails: Mails) -> None:
    mails.written("issue", "--mail", on=FIRST)
    place = mails.place
    systems = place.read("inventory/systems.yaml")
    place.write(
        "inventory/systems.yaml",
        systems + '  - {id: vagtplan, name: "Vagtplan", owner: p01}\n',
    )
    drafts = mails.written("issue", "--mail", on=FIRST)
    assert set(drafts) == {"Anna Holm"}
    assert (
        "Der er kommet noget nyt, siden jeg skrev til dig." in drafts["Anna Holm"].text
    )
    assert drafts["Anna Holm"].items[0].startswith("Vagtplan: ")
    assert mails.written("issue", "--mail", on=FIRST) == {}


def test_who_takes_over_gets_the_mail_about_it(mails: Mails) -> None:
    mails.written("issue", "--mail", on=FIRST)
    mails.place.transfer("p01", "p02", "arkiv", on=FIRST)
    drafts = mails.written("issue", "--mail", on=FIRST)
    assert set(drafts) == {"Bo Lind"}
    assert drafts["Bo Lind"].items[0].startswith("Arkiv: ")


def test_who_has_answered_everything_gets_no_mail(mails: Mails) -> None:
    place = mails.place
    forms = ("system-omsorg", "system-arkiv", "owner-p01")
    place.record(*(place.answer("p01", form) for form in forms))
    drafts = mails.written("issue", "--mail", on=FIRST)
    assert set(drafts) == {"Bo Lind", "Cecilie Vang"}


def test_somebody_can_be_mailed_once_more_on_demand_and_everybody_can(
    mails: Mails,
) -> None:
    mails.written("issue", "--mail", on=FIRST)
    drafts = mails.written("issue", "--mail", "--resend", "p02", on=FIRST)
    assert set(drafts) == {"Bo Lind"}
    assert "Her er mailen igen" in drafts["Bo Lind"].text
    assert len(mails.written("issue", "--mail", "--resend", "alle", on=FIRST)) == 3
    said = mails.run("issue", "--mail", "--resend", "p99", on=FIRST)
    assert said.code == 2
    assert "personen 'p99' findes ikke i people.yaml" in said.err


@pytest.mark.parametrize(
    ("on", "subject", "sentence"),
    [
        (
            DUE - 5 * DAY,
            "Påmindelse: Svar senest",
            "Svarfristen er om 5 dage, den 1.",
        ),
        (DUE, "Svar i dag:", "Svarfristen er i dag, den 1. oktober 2026."),
        (DUE + DAY, "Svarfristen er overskredet:", "Svarfristen var i går, den 1."),
    ],
)
def test_a_reminder_says_what_is_missing_before_the_deadline_on_it_and_after_it(
    mails: Mails, on: date, subject: str, sentence: str
) -> None:
    place = mails.place
    place.record(place.answer("p01", "system-arkiv"), place.answer("p01", "owner-p01"))
    drafts = mails.written("remind", on=on)
    anna = drafts["Anna Holm"]
    assert anna.subject.startswith(subject)
    assert sentence in anna.text
    assert anna.items[0] == "Omsorg & Pleje: 3 spørgsmål, cirka 4 minutter"
    assert len(anna.items) == 1


def test_a_reminder_tells_what_was_sent_back_with_the_officers_word(
    mails: Mails,
) -> None:
    place = mails.place
    place.record(place.answer("p01", "system-arkiv"))
    place.review(Verdict("arkiv", "T.2", "returned", reason="Hvor er\nlisten?"))
    anna = mails.written("remind", on=DUE)["Anna Holm"]
    assert "Disse svar beder jeg dig rette eller uddybe:" in anna.text
    (back,) = (item for item in anna.items if "Min kommentar" in item)
    assert back.startswith("Arkiv: ")
    assert back.endswith(" Min kommentar: Hvor er listen?")


def test_a_small_form_with_what_was_sent_back_brings_the_officers_word(
    mails: Mails,
) -> None:
    place = mails.place
    mails.written("issue", "--mail", on=FIRST)
    place.record(place.answer("p01", "system-arkiv"))
    place.review(Verdict("arkiv", "T.2", "returned", reason="Hvor er listen?"))
    drafts = mails.written("issue", "--returned", "--mail", on=FIRST + 20 * DAY)
    assert set(drafts) == {"Anna Holm"}
    anna = drafts["Anna Holm"]
    assert anna.subject.startswith("Vil du se på dit svar igen? ")
    assert "Tak for dit svar. Vil du se på noget af det igen" in anna.text
    assert anna.items[0] == "Arkiv: 1 spørgsmål, cirka 3 minutter"
    assert anna.items[1].endswith("Min kommentar: Hvor er listen?")


def test_nobody_is_reminded_twice_within_three_days_unless_the_deadline_comes(
    mails: Mails,
) -> None:
    on = DUE - 10 * DAY
    assert len(mails.written("remind", on=on)) == 3
    for days in (0, 1, 2):
        said = mails.run("remind", on=on + days * DAY)
        assert (said.code, mails.new()) == (0, {})
        assert "3 personer fik en mail for mindre end tre dage siden" in said.err
    assert len(mails.written("remind", on=on + 3 * DAY)) == 3
    assert len(mails.written("remind", "--resend", "p01", on=on + 3 * DAY)) == 1
    assert len(mails.written("remind", on=DUE - DAY)) == 3
    assert len(mails.written("remind", on=DUE)) == 3
    assert len(mails.written("remind", on=DUE + DAY)) == 3


def test_nobody_is_reminded_on_the_day_that_they_got_their_forms(mails: Mails) -> None:
    mails.written("issue", "--mail", on=FIRST)
    assert mails.written("remind", on=FIRST + DAY) == {}
    assert len(mails.written("remind", on=FIRST + 3 * DAY)) == 3


def test_more_time_makes_it_a_reminder_before_the_deadline(mails: Mails) -> None:
    mails.place.extend("p01", DUE + 20 * DAY)
    drafts = mails.written("remind", on=DUE + DAY)
    assert drafts["Anna Holm"].subject.startswith(
        "Påmindelse: Svar senest den 21. oktober"
    )
    assert drafts["Bo Lind"].subject.startswith("Svarfristen er overskredet")


def away(place: Municipality, person: str, told: str) -> None:
    people = place.read("inventory/people.yaml")
    line = next(line for line in people.splitlines() if f"id: {person}" in line)
    place.edit("inventory/people.yaml", line, line[:-1] + f", absent: {{{told}}}}}")


def deputise(place: Municipality, *ids: str) -> None:
    """Name those who stand in for the owner of the archive."""
    deputies = f"owner: p01, deputies: [{', '.join(ids)}], personal"
    place.edit("inventory/systems.yaml", "owner: p01, personal", deputies)


def test_a_deputy_gets_the_mail_while_the_owner_is_away_and_only_about_that_system(
    mails: Mails,
) -> None:
    place = mails.place
    away(place, "p01", "since: 2026-09-01, until: 2026-09-30")
    deputise(place, "p03")
    share = "mail: {share: 'S:\\itsik'}\n"
    place.write("secaudit.yaml", place.read("secaudit.yaml") + share)
    drafts = mails.written("issue", "--mail", on=FIRST)
    assert set(drafts) == {"Anna Holm", "Bo Lind", "Cecilie Vang", "Cecilie Vang 2"}
    (deputy,) = (d for d in drafts.values() if "er stedfortræder" in d.text)
    assert deputy.to == "Cecilie Vang <cecilie@proeve.example>"
    assert "Anna Holm er fraværende, og du er stedfortræder." in deputy.text
    assert deputy.items[0].startswith("Arkiv: ")
    ((_name, packed),) = deputy.attached.items()
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        page = package.read("svar.html").decode()
    assert ("Arkiv" in page, "Omsorg" in page) == (True, False)
    assert ("Cecilie Vang" in page, "Anna Holm" in page) == (True, False)
    told = [item.split(":")[0] for item in drafts["Anna Holm"].items[:2]]
    assert told == ["Omsorg & Pleje", "Dine egne pligter som systemejer"]


def test_each_of_two_deputies_is_told_of_the_other_and_one_who_is_away_gets_none(
    mails: Mails,
) -> None:
    away(mails.place, "p01", "until: 2026-12-31")
    deputise(mails.place, "p02", "p03")
    drafts = mails.written("issue", "--mail", on=FIRST)
    told = [d for d in drafts.values() if "aftal, hvem af jer der svarer" in d.text]
    assert [d.text.splitlines()[0] for d in told] == [
        "Kære Bo Lind",
        "Kære Cecilie Vang",
    ]
    assert told[0].subject.startswith("For Anna Holm: ")
    assert told[0].items[0].endswith("(også sendt til Cecilie Vang)")
    away(mails.place, "p02", "since: 2026-09-05")
    drafts = mails.written("remind", on=DUE)
    deputies = [d.to for d in drafts.values() if "er stedfortræder" in d.text]
    assert deputies == ["Cecilie Vang <cecilie@proeve.example>"]


def test_the_day_after_an_absence_the_owner_gets_the_mail(mails: Mails) -> None:
    away(mails.place, "p01", "until: 2026-09-30")
    deputise(mails.place, "p03")
    drafts = mails.written("remind", on=DUE)
    assert any(item.startswith("Arkiv: ") for item in drafts["Anna Holm"].items)


def test_who_cannot_be_written_to_is_told_at_the_line_and_the_others_get_theirs(
    mails: Mails,
) -> None:
    place = mails.place
    place.edit("inventory/people.yaml", ', email: "anna@proeve.example"', "")
    place.edit("inventory/people.yaml", "bo@proeve.example", "bø@proeve.example")
    said = mails.run("issue", "--mail", on=FIRST)
    assert (said.code, set(mails.new())) == (1, {"Cecilie Vang"})
    people = place.folder.as_posix() + "/inventory/people.yaml"
    assert [line for line in said.lines if "fejl" in line] == [
        f"{people}:5:5: fejl: Anna Holm har ingen e-mailadresse og får ingen mail",
        f"{people}:6:39: fejl: 'bø@proeve.example' har tegn før @, som mailservere "
        "ikke tager imod",
    ]
    place.edit("inventory/people.yaml", "bø@", "bo@")
    assert mails.run("issue", "--mail", on=FIRST).code == 1
    assert set(mails.new()) == {"Bo Lind"}


def test_without_an_officer_nothing_is_issued_and_the_file_is_named(
    mails: Mails,
) -> None:
    place = mails.place
    text = place.read("secaudit.yaml")
    place.write("secaudit.yaml", text[: text.index("officer: {name")])
    head = place.register.head()
    said = mails.run("issue", "--mail", on=FIRST)
    assert said.code == 1
    assert "secaudit.yaml siger ikke, hvem mails kommer fra" in said.err
    assert place.register.head() == head


def test_a_wrong_name_in_a_text_stops_before_anything_is_issued_or_mailed(
    mails: Mails,
) -> None:
    mails.place.write("mail/issued.txt", "Emne: Hej\n\nKære {{ nmae }}\n")
    head = mails.place.register.head()
    said = mails.run("issue", "--mail", on=FIRST)
    assert (said.code, mails.new()) == (1, {})
    assert "mail/issued.txt:3:1: fejl: 'nmae' findes ikke i denne tekst" in said.err
    assert mails.place.register.head() == head


def test_a_rehearsal_writes_nothing(mails: Mails) -> None:
    said = mails.run("remind", "--dry-run", on=DUE)
    assert (said.code, mails.new()) == (0, {})
    assert said.out.count(": ville få en mail\n") == 3
    assert "3 mails; intet er skrevet" in said.err
    assert "mailed" not in {event.kind for event in mails.place.register.events()}


def test_drafts_that_cannot_be_written_leave_no_event(mails: Mails) -> None:
    mails.place.write("campaigns/2026/mail", "i vejen")
    said = mails.run("issue", "--mail", on=FIRST)
    assert said.code == 1
    assert "ingen kladde er skrevet" in said.err
    assert "mailed" not in {event.kind for event in mails.place.register.events()}


def test_addresses_lie_beside_the_chain_where_they_can_be_deleted(mails: Mails) -> None:
    mails.written("issue", "--mail", on=FIRST)
    (event, *_others) = [e for e in mails.place.register.events() if e.kind == "mailed"]
    assert event.personal["to"] == "anna@proeve.example"
    assert "@" not in str(event.payload)
    assert not mails.place.register.breaches()[0]


def test_after_the_end_only_reviews_that_fell_due_are_awaited(mails: Mails) -> None:
    mails.place.close(DUE)
    assert mails.written("remind", on=DUE + DAY) == {}


def test_a_small_form_that_was_answered_or_handed_over_is_not_awaited(
    mails: Mails,
) -> None:
    place = mails.place
    place.record(place.answer("p01", "system-arkiv"))
    place.review(Verdict("arkiv", "T.2", "returned", reason="Hvor er listen?"))
    place.issue(ON_20TH, small_forms.returned)
    before = mails.written("remind", on=DUE)["Anna Holm"]
    arkiv = [item for item in before.items if item.startswith("Arkiv")]
    assert [item.split(",")[0] for item in arkiv[:1]] == ["Arkiv: 1 spørgsmål"]
    place.transfer("p01", "p02", "arkiv", on=DUE)
    after = mails.written("remind", "--resend", "p01", on=DUE)["Anna Holm"]
    assert not any(item.startswith("Arkiv") for item in after.items)


def test_the_owner_is_mailed_when_they_are_back_about_what_only_a_deputy_was(
    mails: Mails,
) -> None:
    away(mails.place, "p01", "until: 2026-09-10")
    deputise(mails.place, "p03")
    mails.written("issue", "--mail", on=FIRST)
    drafts = mails.written("issue", "--mail", on=FIRST + 20 * DAY)
    assert set(drafts) == {"Anna Holm"}
    assert [item.split(":")[0] for item in drafts["Anna Holm"].items] == ["Arkiv"]


def test_a_mail_of_a_wrong_day_ahead_silences_nobody(mails: Mails) -> None:
    assert len(mails.written("remind", on=date(2099, 1, 1))) == 3
    assert len(mails.written("remind", on=DUE)) == 3


def test_who_was_mailed_in_two_mails_today_is_not_reminded_today(mails: Mails) -> None:
    mails.written("issue", "--mail", on=FIRST)
    systems = mails.place.read("inventory/systems.yaml")
    more = '  - {id: vagtplan, name: "Vagtplan", owner: p01}\n'
    mails.place.write("inventory/systems.yaml", systems + more)
    mails.written("issue", "--mail", on=FIRST)
    assert mails.written("remind", on=FIRST) == {}


def test_a_name_that_hides_heads_in_encoded_words_stays_a_name(mails: Mails) -> None:
    hidden = "=?utf-8?q?A=0d=0aBcc:_o=40x.example?="
    mails.place.edit("inventory/people.yaml", "Anna Holm", hidden)
    drafts = mails.written("issue", "--mail", on=FIRST)
    (anna,) = (d for d in drafts.values() if "anna@proeve.example" in d.to)
    assert (anna.mail["Bcc"], len(anna.mail["To"].addresses)) == (None, 1)
    assert anna.mail["To"].addresses[0].display_name == hidden


def test_a_draft_that_lies_there_gives_way_to_the_one_that_says_it_anew(
    mails: Mails,
) -> None:
    mails.written("issue", "--mail", on=FIRST)
    mails.place.write("mail/issued.txt", "Emne: Ny\n\nNy tekst.\n")
    anew = mails.written("issue", "--mail", "--resend", "alle", on=FIRST + DAY)
    folder = mails.place.workspace.drafts("2026")
    assert len([*folder.glob("*.eml")]) == len(anew) == 3
    assert len([*folder.glob("*.replaced-1")]) == 3


def test_who_is_away_without_a_deputy_is_not_reminded_and_the_officer_is_told(
    mails: Mails,
) -> None:
    away(mails.place, "p01", "until: 2026-12-31")
    said = mails.run("remind", on=DUE)
    assert (said.code, set(mails.new())) == (0, {"Bo Lind", "Cecilie Vang"})
    assert (
        "fraværende uden stedfortræder og derfor ikke påmindet: Anna Holm" in said.err
    )


def test_only_those_who_are_named_are_mailed_once_more(mails: Mails) -> None:
    assert set(mails.written("remind", "--resend", "p02", on=DUE)) == {"Bo Lind"}


def test_who_got_a_reminder_with_the_page_is_not_mailed_the_form_as_well(
    mails: Mails,
) -> None:
    assert len(mails.written("remind", on=FIRST)) == 3
    assert mails.written("issue", "--mail", on=FIRST) == {}
