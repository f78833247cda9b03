"""The page that the tests of the survey share."""

from pathlib import Path

import pytest

from secaudit.campaign import Campaign
from secaudit.steps.issuing.survey import survey
from tests.municipality import Municipality

HOSTILE = "</script><script>alert(\"1\")</script> & 'Teknik' <b>"
TO = "Sæt teksten ind på https://skema.kommune.example/a?b=1&c=2. Tak."


@pytest.fixture(scope="session")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """A municipality that asks its employees all that the shipped catalogue has for them."""
    one = Municipality(tmp_path_factory.mktemp("survey") / "proevekommune")
    one.edit("secaudit.yaml", "[test-catalogue]", "[iso27001-2022]")
    one.write("secaudit.yaml", one.read("secaudit.yaml") + f'survey: {{to: "{TO}"}}\n')
    one.edit("inventory/systems.yaml", ", provides: [T.3]", "")
    hostile = HOSTILE.replace('"', '\\"')
    more = f'  - {{id: farlig, name: "{hostile}"}}\n'
    more += '  - {id: hjemmepleje, name: "Hjemmeplejen", parent: sundhed}\n'
    one.edit("inventory/people.yaml", "people:", f"{more}people:")
    one.open()
    return one


@pytest.fixture(scope="session")
def campaign(asking: Municipality) -> Campaign:
    """Its campaign."""
    return asking.campaign()


@pytest.fixture(scope="session")
def page(asking: Municipality) -> Path:
    """Its page for the employees."""
    return survey(asking.workspace, None).files[0]
