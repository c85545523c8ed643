import pytest

from conftest import LEAK, MASKED, SECRET

LOGGER = f"""
import logging, pytest
log = logging.getLogger("app")
LEAK = {LEAK!r}
"""


def outcome(pytester: pytest.Pytester, test: str, *args: str) -> tuple[dict[str, int], str]:
    """Return how a file of tests ends, and what pytest prints of it."""
    pytester.makepyfile(LOGGER + test)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", *args)
    return result.parseoutcomes(), result.stdout.str() + result.stderr.str()


@pytest.mark.parametrize(
    "body",
    [
        "log.warning(LEAK)",
        "log.propagate = False; log.warning('%s', LEAK)",
        "log.warning('a', extra={'connection': LEAK})",
    ],
)
def test_a_leak_fails(pytester: pytest.Pytester, body: str) -> None:
    got, out = outcome(pytester, f"def test_a(): {body}\n", "--kustoconn-leaks", "--show-capture=log")
    assert got == {"failed": 1}
    assert "a log record holds the secret of a Kusto connection string" in out
    assert MASKED in out
    assert SECRET not in out


def test_an_exception_that_is_logged_is_looked_at(pytester: pytest.Pytester) -> None:
    got, _ = outcome(pytester, "def test_a():\n    try: raise ValueError(LEAK)\n    except ValueError: log.exception('a')\n", "--kustoconn-leaks")
    assert got == {"failed": 1}


def test_fixtures_are_looked_at(pytester: pytest.Pytester) -> None:
    test = """
@pytest.fixture
def before(): log.warning(LEAK)
@pytest.fixture
def after():
    yield
    log.warning(LEAK)
def test_a(before): pass
def test_b(after): pass
"""
    got, _ = outcome(pytester, test, "--kustoconn-leaks")
    assert got == {"errors": 2, "passed": 1}


def test_a_test_that_fails_shows_its_own_failure(pytester: pytest.Pytester) -> None:
    got, out = outcome(pytester, "def test_a():\n    log.warning(LEAK)\n    assert 1 == 2\n", "--kustoconn-leaks", "--tb=short")
    assert got == {"failed": 1}
    assert "assert 1 == 2" in out
    assert "a log record holds the secret" in out
    assert SECRET not in out


def test_what_holds_no_secret_passes(pytester: pytest.Pytester) -> None:
    got, _ = outcome(pytester, f"def test_a(): log.warning('%s %s', {MASKED!r}, 'a')\n", "--kustoconn-leaks")
    assert got == {"passed": 1}


def test_the_marker(pytester: pytest.Pytester) -> None:
    got, _ = outcome(pytester, "@pytest.mark.kustoconn_may_leak\ndef test_a(): log.warning(LEAK)\ndef test_b(): pass\n", "--kustoconn-leaks", "--strict-markers")
    assert got == {"passed": 2}


def test_it_is_off_until_asked_for(pytester: pytest.Pytester) -> None:
    got, _ = outcome(pytester, "def test_a(): log.warning(LEAK)\n")
    assert got == {"passed": 1}


def test_the_configuration_turns_it_on(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nkustoconn_leaks = true\n")
    got, _ = outcome(pytester, "def test_a(): log.warning(LEAK)\n")
    assert got == {"failed": 1}
