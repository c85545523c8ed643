import kustoconn
from kustoconn import Check, Diagnostic, Edit

from conftest import LEAK, MASKED, SECRET

URI = "https://help.kusto.windows.net/Samples"


def test_check() -> None:
    assert kustoconn.check(URI + ";Fed=yes") == Check(
        ok=False,
        syntax=True,
        prefix=URI,
        pairs=(("Fed", "yes"),),
        properties={"Data Source": "https://help.kusto.windows.net", "Initial Catalog": "Samples", "AAD Federated Security": "yes"},
        auth="none",
        canonical="Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=yes",
        redacted=URI + ";Fed=yes",
        diagnostics=(
            Diagnostic(
                code="KCS201",
                rule="not-a-boolean",
                severity="error",
                start=43,
                end=46,
                message="AAD Federated Security is neither true nor false",
                help="write true",
                edits=(Edit(43, 46, "true", safe=False),),
            ),
        ),
        omitted=0,
    )


def test_a_pair_that_unsets() -> None:
    assert kustoconn.check(URI + ";Database=").pairs == (("Database", None),)


def test_any_text_is_answered() -> None:
    answer = kustoconn.check('a="\n\0\udcff;=')
    assert (answer.ok, answer.syntax, answer.canonical) == (False, False, None)


def test_secrets_are_masked() -> None:
    answer = kustoconn.check(LEAK)
    assert answer.redacted == MASKED
    assert SECRET not in repr(answer)
