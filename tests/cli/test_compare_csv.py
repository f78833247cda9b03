"""`compare --format csv`: what a gap became, where it was asked about in one campaign only."""

import csv
from io import StringIO

from tests.cli.command import environment, run
from tests.municipality import ANSWERED, Municipality

LATER = ANSWERED.replace(year=2027)


def test_a_gap_that_was_asked_about_in_one_campaign_only_became_nothing(
    municipality: Municipality,
) -> None:
    municipality.close()
    municipality.open("2027", LATER)
    municipality.edit("inventory/systems.yaml", "{id: arkiv,", "{id: journal,")
    municipality.issue(LATER)
    words = ("compare", "2026", "2027", "--format", "csv", "--date", str(LATER))
    english = environment(SECAUDIT_LANGUAGE="en")
    said = run(*words, "--language", "en", cwd=municipality.folder, env=english)
    rows = csv.DictReader(StringIO(said.out))
    told = {
        (row["Subject id"], row["Fate"]): row["Status became"]
        for row in rows
        if row["Control"] == "T.1" and row["Kind"] == "system"
    }
    assert told["arkiv", "asked in 2026 only"] == "–"
    assert told["journal", "asked in 2027 only"] == "–"
    assert told["omsorg", "repeated"] == "the same"
