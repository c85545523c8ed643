import pytest

import kustoconn

from conftest import LEAK, MASKED, SECRET


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", ""),
        ("nothing here", "nothing here"),
        (LEAK, MASKED),
        (f"1 {LEAK}\n2 {LEAK}\n", f"1 {MASKED}\n2 {MASKED}\n"),
        ("lone \udcff surrogate\r\n\0", "lone \udcff surrogate\r\n\0"),
        ("é" * 1_000_000, "é" * 1_000_000),
    ],
    ids=["empty", "plain", "string", "lines", "surrogate", "long"],
)
def test_redact(text: str, want: str) -> None:
    assert kustoconn.redact(text) == want


def test_redacted_text_stays() -> None:
    assert kustoconn.redact(MASKED) == MASKED


def test_errors_hold_no_text(monkeypatch: pytest.MonkeyPatch, fake: object) -> None:
    pool = fake("input(); print('{')")  # type: ignore[operator]
    monkeypatch.setattr("kustoconn._redact._pool", pool)
    with pytest.raises(kustoconn.KustoconnError) as raised:
        kustoconn.redact(LEAK)
    assert SECRET not in repr(raised.value)
    assert raised.value.__cause__ is None
