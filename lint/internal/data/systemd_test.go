package data_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadSystemd(t *testing.T) {
	piecetest.Run(t, format.Reader("systemd"), []piecetest.Case{
		{Name: "Environment", Marked: "[Service]\n#« c»\nEnvironment=\"A=«b c\\\"d\\\" 5%% %i»\" B=«x\\x41y» \\\n 'C=«d»'\n", Want: []piecetest.Want{
			piecetest.Comment(" c"), piecetest.Value(`b c"d" 5% %i`, "Service.A", "%i"), piecetest.Value("xAy", "Service.B"), piecetest.Value("d", "Service.C")}},
		{Name: "command", Marked: "[Service]\nExecStart=«/bin/x» «-a» \"«$$b ${C}»\"\n;« d»\nType=«$e»\n", Want: []piecetest.Want{
			piecetest.Value("/bin/x", "Service.ExecStart"), piecetest.Value("-a", "Service.ExecStart"), piecetest.Value("$b ${C}", "Service.ExecStart", "${C}"),
			piecetest.Comment(" d"), piecetest.Value("$e", "Service.Type")}},
		{Name: "continued in quotes", Marked: "Environment=\"A=«b;\\\nc»\"\n", Want: []piecetest.Want{piecetest.Value("b; c", "A")}},
	})
}

// TestSystemdEscapes holds what is written into a word.
func TestSystemdEscapes(t *testing.T) {
	f := format.Reader("systemd")("[Service]\nEnvironment=\"A=b\" C=d\nExecStart=\"e\"\n")
	for i, want := range map[int]string{0: `x%%y\\\"$'`, 2: `x%%y\\\"$$'`} {
		if got, ok := f.Pieces[i].Escape(`x%y\"$'`); got != want || !ok {
			t.Errorf("piece %d: %s, %t, want %s", i, got, ok, want)
		}
	}
	if _, ok := f.Pieces[1].Escape("a b"); ok {
		t.Error("a blank is written into a word without quotes")
	}
}
