"""The schemas, with a validator that is quick and one that explains."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import jsonschema_rs

SCHEMAS = Path(__file__).parents[1] / "schemas"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) called `name`, such as "questionnaire"."""
    text = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def quick(name: str) -> "jsonschema_rs.Draft202012Validator":
    """jsonschema-rs, which says whether a value is right."""
    import jsonschema_rs  # 25 ms, not wanted for the help of a command

    return jsonschema_rs.Draft202012Validator(schema(name))


@cache
def explaining(name: str) -> Any:
    """jsonschema, which is slower and says what is wrong."""
    import jsonschema  # 110 ms, wanted only when something is wrong

    return jsonschema.Draft202012Validator(schema(name))
