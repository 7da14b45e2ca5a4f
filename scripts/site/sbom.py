"""Writes sbom.cdx.json: what the site is made of, for programs (CycloneDX 1.6).

What is shipped is `required`; the locked packages that only build it are `excluded`. No clock and
no chance: the day is the release's, and the serial number comes from the rest.
"""

import base64
import json
import uuid
from pathlib import Path
from typing import Any

from calculators.identity import IDENTITY
from scripts.site.release import newest
from scripts.site.shipped import Part, npm_lock, parts, pip_lock

NAME = "sbom.cdx.json"
type Component = dict[str, Any]


def write(site: Path) -> None:
    (site / NAME).write_text(json.dumps(bom(), indent=1) + "\n", encoding="utf-8")


def bom() -> dict[str, Any]:
    release = newest()
    shipped = [ours(release.version), *map(theirs, parts())]
    known = {each["purl"] for each in shipped if "purl" in each}
    tools = [each for each in (*pip_tools(), *npm_tools()) if each["purl"] not in known]
    root = {
        "type": "application", "bom-ref": "site", "name": IDENTITY.slug, "version": release.version,
    }  # fmt: skip
    whole: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": f"{release.day}T00:00:00Z", "component": root},
        "components": [*shipped, *tools],
        "dependencies": [{"ref": "site", "dependsOn": [each["bom-ref"] for each in shipped]}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(whole))
    return {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "serialNumber": f"urn:uuid:{serial}", **whole}  # fmt: skip


def ours(version: str) -> Component:
    """The calculators, in assets/runtime."""
    return {
        "type": "library", "bom-ref": "calculators", "name": "second-mortgage-calculators",
        "version": version, "scope": "required", "licenses": [{"license": {"id": "MIT"}}],
    }  # fmt: skip


def theirs(part: Part) -> Component:
    found: Component = {
        "type": "library", "bom-ref": part.name, "name": part.name, "scope": "required",
        "licenses": [{"expression": part.license}],
        "externalReferences": [{"type": "vcs", "url": part.source}],
        "properties": [
            {"name": "where", "value": part.where},
            {"name": "changed", "value": part.changed},
        ],
    }  # fmt: skip
    if part.number:
        found["version"] = part.number
    if part.purl:
        found["purl"] = part.purl
    return found


def pip_tools() -> list[Component]:
    return [
        tool(f"pkg:pypi/{name}@{version}", name, version) for name, version in pip_lock().items()
    ]


def npm_tools() -> list[Component]:
    found = []
    for path, package in npm_lock().items():
        if not path or package.get("dev"):
            continue
        name = path.rpartition("node_modules/")[2]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
        kind, _, digest = package["integrity"].partition("-")
        hashed = {"alg": kind.replace("sha", "SHA-"), "content": base64.b64decode(digest).hex()}
        found.append({**tool(purl, name, package["version"]), "hashes": [hashed]})
    return found


def tool(purl: str, name: str, version: str) -> Component:
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "scope": "excluded",
    }  # fmt: skip
