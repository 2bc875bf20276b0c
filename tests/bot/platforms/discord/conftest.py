from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

Contract = Callable[[str, Any], None]


@pytest.fixture(scope="session")
def contract(shared: Path) -> Contract:
    """Checks a payload against a schema of Discord's own description of its API, by name."""
    api = json.loads((shared / "contracts/discord/openapi.json").read_text(encoding="utf-8"))
    validators: dict[str, Draft202012Validator] = {}

    def check(schema: str, payload: Any) -> None:
        if schema not in validators:
            root = {"$ref": f"#/components/schemas/{schema}", "components": api["components"]}
            validators[schema] = Draft202012Validator(root)
        validators[schema].validate(payload)

    return check
