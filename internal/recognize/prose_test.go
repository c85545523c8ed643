package recognize_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/recognize"
)

func TestProse(t *testing.T) {
	const plain, pair = "https://c.kusto.windows.net/Db;Fed=true", "Data Source=https://c.kusto.windows.net;Fed=true"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Use “" + plain + "” here.", []string{plain}},
		{"連接字符串为" + pair + "。", []string{pair}},
		{"接続文字列：" + pair + "、それ", []string{pair}},
		{"（" + pair + "）と「" + plain + "」", []string{pair, plain}},
		{"«" + plain + "», „" + plain + "“.", []string{plain, plain}},
		{"sur " + plain + ";Database=l’été ici", []string{plain + ";Database=l’été"}},
		{plain + ";AppKey=a。b", []string{plain + ";AppKey=a。b"}},
		{"**" + plain + "** and _" + pair + "_, *" + plain + ";AppKey=*key**.", []string{plain, pair, plain + ";AppKey=*key*"}},
		{"__" + plain + "__ ~~" + pair + "~~ +" + plain + "+", []string{plain, pair, plain}},
		{"|" + plain + "|" + pair + "|", []string{plain, pair}},
		{`\verb|` + plain + `;AppKey=a|b|`, []string{plain + ";AppKey=a|b"}},
		{"sed s#X#" + plain + "#g", []string{plain}},
		{"écoleData Source=https://c.kusto.windows.net;Database=d", []string{"https://c.kusto.windows.net;Database=d"}},
	} {
		checkFound(t, c.text, c.want)
	}
}

func TestParameters(t *testing.T) {
	const plain = "https://c.kusto.windows.net/Db;Fed=true"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Kusto.Explorer.exe uri=" + plain + "&name=Samples", []string{plain}},
		{"https://x.example.com/connect?cs=" + plain + "&database=x", []string{plain}},
		{"https://x.example.com/connect?a=b&cs=" + plain + "&c=d", []string{plain}},
		{"KUSTO=" + plain + "&Database=x", []string{plain + "&Database=x"}},
		{plain + "&name=x", []string{plain + "&name=x"}},
		{"cs=" + plain + ";AppKey=a&b=c", []string{plain + ";AppKey=a&b=c"}},
		{`Kusto.Cli.exe "@help/Samples" -execute:x`, []string{"@help/Samples"}},
		{"run ./kusto.cli @help.westeurope.", []string{"@help.westeurope"}},
		{"kusto team @help/Samples", nil},
		{"Kusto.Cli\n@help/Samples", nil},
		{"status=200; database=Samples; server=https://c.kusto.windows.net; duration=3ms", nil},
		{"database=Samples; server=https://c.kusto.windows.net; duration=3ms", []string{"database=Samples; server=https://c.kusto.windows.net; duration=3ms"}},
		{"a=b; Data Source=https://c.kusto.windows.net; c=d; database=e", []string{"Data Source=https://c.kusto.windows.net; c=d; database=e"}},
	} {
		checkFound(t, c.text, c.want)
	}
}

func TestParameterInWholeText(t *testing.T) {
	const text = "https://x/?cs=https://c.kusto.windows.net/Db;Fed=true&a=b"
	want := []string{"https://c.kusto.windows.net/Db;Fed=true"}
	if diff := cmp.Diff(want, foundIn(text, recognize.Find(text, recognize.Context{Whole: true}))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const argument = "https://c.kusto.windows.net/Db;Fed=true&name=x"
	if diff := cmp.Diff(want, foundIn(argument, recognize.Find(argument, recognize.Context{Whole: true, Key: "uri"}))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A tool's argument is a shorthand if it stands for itself on the tool's line.
func TestShorthandsOfTools(t *testing.T) {
	near := "Kusto.Cli" + strings.Repeat(" ", 191)
	checkRunning(t,
		`Kusto.Cli «@help/Samples» x`,
		"Kusto.Cli «@help/Samples»\nx",
		`Kusto.Cli '«@help/Samples»' x`,
		`Kusto.Cli x@help/Samples`,
		`@help/Samples Kusto.Cli`,
		`Kusto.Cli a@b "«@help/Samples»"`,
		" @a/b\nKusto.Cli «@help/Samples»",
		"Kusto.Cli\r@help/Samples",
		`Kusto.Cli @help/Sam;ples`,
		`Kusto.Cli «@help/Samples;Fed=true»`,
		`Kusto.Cli @file_name`,
		`Kusto.Cli @help/a/b`,
		`Kusto.Cli «@help/Samples». And`,
		`Kusto.Cli «@a/b» and «@c/d»`,
		`Kusto.Cli "«@help/Samples»" or "«https://c.kusto.windows.net;Fed=true»"`,
		near+`«@help/Samples»`,
		near+` @help/Samples`,
	)
}

// checkFound compares what is found in a running text.
func checkFound(t *testing.T, text string, want []string) {
	t.Helper()
	if diff := cmp.Diff(want, foundIn(text, recognize.Find(text, recognize.Context{}))); diff != "" {
		t.Errorf("in %q (-want +got):\n%s", text, diff)
	}
}
