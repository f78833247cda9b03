"""How register.db was made: two organisations, two campaigns, one form replaced.

Run from the root of the project: `python -m tests.questionnaires.make_register`.
"""

import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from secaudit.steps.campaigns.open import open_campaign
from secaudit.steps.issuing.issue import issue
from secaudit.workspace import load_workspace

HERE = Path(__file__).parent


def make(target: Path) -> None:
    """Make the workspace of the examples in `target`, register and forms."""
    for name in ("inventory", "test-catalogue"):
        shutil.copytree(HERE / name, target / name)
    told = (HERE / "secaudit.yaml").read_text(encoding="utf-8")
    systems = target / "inventory" / "systems.yaml"
    whole = systems.read_text(encoding="utf-8")
    for organisation in ("nabokommune", "proevekommune"):
        file = target / "secaudit.yaml"
        file.write_text(told.replace("proevekommune", organisation), encoding="utf-8")
        systems.write_text(
            whole.replace('arkiv, name: "Arkiv", owner: p01', 'arkiv, name: "Arkiv"'),
            encoding="utf-8",
        )
        workspace = load_workspace(target)
        for year in (2025, 2026):
            opened = date(year, 9, 1)
            now = datetime(year, 9, 1, 8, tzinfo=UTC)
            open_campaign(workspace, str(year), date(year, 10, 1), opened, now)
            issue(workspace, str(year), opened, now)
        shutil.move(target / "campaigns", target / f"forms-{organisation}")
    systems.write_text(whole, encoding="utf-8")
    now = datetime(2026, 9, 2, 8, tzinfo=UTC)
    issue(load_workspace(target), "2026", date(2026, 9, 2), now)
    shutil.copytree(
        target / "campaigns", target / "forms-proevekommune", dirs_exist_ok=True
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "workspace"
        made.mkdir()
        make(made)
        shutil.copy(made / "register.db", HERE / "register.db")
