"""What is wrong with a connection string."""

from dataclasses import dataclass
from typing import Any, Literal

from ._pool import Pool


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text from byte start to byte end, of its UTF-8. Safe: the string
    means the same afterwards."""

    start: int
    end: int
    text: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a rule says of the text from byte start to byte end, of its UTF-8.
    ``kustoconn rules CODE`` explains the rule."""

    code: str
    rule: str
    severity: Literal["error", "warning", "information"]
    start: int
    end: int
    message: str
    help: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What a connection string means and what is wrong with it. Secrets are masked in
    every field."""

    ok: bool
    """No diagnostic is an error."""
    syntax: bool
    """The text is well formed."""
    prefix: str | None
    """The URI or shorthand before the first pair, as written."""
    pairs: tuple[tuple[str, str | None], ...]
    """Keywords and values as written, in order; None for a pair that unsets its keyword."""
    properties: dict[str, str | bool | int]
    """What is set, by canonical name."""
    auth: str
    """How a client signs in, such as "app-key"; "none" where it does not."""
    canonical: str | None
    """The text in canonical form; None where the syntax is wrong."""
    redacted: str
    """The text with its secrets masked."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the text; at most a thousand."""
    omitted: int
    """How many more diagnostics there are."""


_pool = Pool("check", "--jsonl", "--no-config")


def check(text: str) -> Check:
    """Return what text, a connection string, means and what is wrong with it. Any text is
    answered. Raises KustoconnError where the command does not answer."""
    answer = _pool.ask("s", text)
    return Check(
        ok=answer["ok"],
        syntax=answer["syntax"],
        prefix=answer.get("prefix"),
        pairs=tuple((keyword, value) for keyword, value in answer["pairs"]),
        properties=answer["properties"],
        auth=answer["auth"],
        canonical=answer.get("canonical"),
        redacted=answer["redacted"],
        diagnostics=tuple(map(_diagnostic, answer["diagnostics"])),
        omitted=answer.get("omitted", 0),
    )


def _diagnostic(d: dict[str, Any]) -> Diagnostic:
    edits = tuple(Edit(e["start"], e["end"], e["text"], e["safe"]) for e in d.get("edits") or ())
    return Diagnostic(
        d["code"], d["rule"], d["severity"], d["start"], d["end"], d["message"], d.get("help", ""), edits
    )
