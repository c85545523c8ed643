package redact_test

import "testing"

// A backslash may be the last sign of a secret. Where a pair follows the mark behind it,
// or what escapes is plain, the rest of the line stays; else it may be the secret's.
func TestSecretsThatEndInABackslash(t *testing.T) {
	for text, want := range map[string]string{
		`https://c.kusto.windows.net;AppKey="abc\";Fed=true for bob`:                `https://c.kusto.windows.net;AppKey="****";Fed=true for bob`,
		`AppKey='abc\';Data Source=https://c.kusto.windows.net;Fed=true for bob`:    `AppKey='****';Data Source=https://c.kusto.windows.net;Fed=true for bob`,
		`INFO password="abc\" user="bob" level=info`:                                `INFO password="****" user="bob" level=info`,
		`INFO password='abc\', db-name='x' level=info`:                              `INFO password='****', db-name='x' level=info`,
		`{"a":"https://c.kusto.windows.net;AppKey=abc\\","level":"info"}`:           `{"a":"https://c.kusto.windows.net;AppKey=****","level":"info"}`,
		`{"a":"https://c.kusto.windows.net;AppKey=\"abc\\\";Fed=true","level":"i"}`: `{"a":"https://c.kusto.windows.net;AppKey=\"****\";Fed=true","level":"i"}`,
		`using AppKey="abc\" now for bob`:                                           `using AppKey="****`,
		`password="abc\" user=\"bob"`:                                               `password="****"`,
		`password="abc\"; and more" x`:                                              `password="****" x`,
	} {
		if got := copied(t, text); got != want {
			t.Errorf("%s\nbecomes %s\nwanted  %s", text, got, want)
		}
	}
}
