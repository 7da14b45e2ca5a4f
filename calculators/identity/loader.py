"""Reads identity.toml, strictly: a slip there would stand on every page and every print."""

import re
import tomllib
from dataclasses import fields

from calculators.identity.record import Identity

NAMES = [each.name for each in fields(Identity)]
# Names go into pages, styles, calendars and file names as they are.
PLAIN = re.compile(r'[^"<>\\{}\n]+')
WEB = re.compile(r"https?://[^\s\"'<>/]+(/[^\s\"'<>]*)?")
MAIL = re.compile(r"[^\s@\"'<>/:]+@[^\s@\"'<>/:]+\.[a-z]+")
# What each line must be like where it isn't empty, and what to say if it isn't.
SHAPES = {
    "address": (
        re.compile(r"https?://[^\s\"'<>/]+/([^\s\"'<>?#]*/)?"),
        "write a whole address that begins with https:// and ends with /",
    ),
    "contact": (
        re.compile(f"({WEB.pattern})|({MAIL.pattern})"),
        "write an e-mail address, or a web page that begins with https://",
    ),
    "code": (WEB, "write a web page that begins with https://"),
    "logo": (
        re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)*\.svg"),
        "write where an SVG file is within docs",
    ),
    "state": (re.compile("[A-Z]{2}"), "write two capital letters"),
    "hotline": (re.compile(r"\d{3}-\d{3}-\d{4}"), "write a phone number like 800-555-0100"),
}


class IdentityError(Exception):
    """identity.toml cannot be used; the message says why."""


def load(text: str) -> Identity:
    """Raises IdentityError naming the line."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IdentityError(f"identity.toml: {error}") from error
    for name in given.keys() ^ set(NAMES):
        why = "there is no such line" if name in given else "this line is missing"
        raise IdentityError(f"identity.toml: {name}: {why}; the lines are {', '.join(NAMES)}")
    for name, value in given.items():
        _check(name, value)
    return Identity(**given)


def _check(name: str, value: object) -> None:
    where = f"identity.toml: {name}"
    if not isinstance(value, str):
        raise IdentityError(f"{where}: write it in quotation marks")
    if not value:
        if name in ("name", "short_name"):
            raise IdentityError(f"{where}: this one cannot be empty")
        return
    if not PLAIN.fullmatch(value) or value != value.strip():
        raise IdentityError(f"{where}: leave out marks of code, new lines and spaces at its ends")
    if name == "name" and not re.search("[A-Za-z0-9]", value):
        raise IdentityError(f"{where}: write it with at least one plain letter")
    shape, hint = SHAPES.get(name, (PLAIN, ""))
    if not shape.fullmatch(value):
        raise IdentityError(f"{where}: {value!r}: {hint}")
