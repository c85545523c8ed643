package recognize

import (
	"strings"
	"testing"
)

func TestAuthority(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"a.b":                           "a.b",
		" A.b \t":                       "a.b",
		"a/b":                           "a",
		"a;b":                           "a",
		"a?b":                           "a",
		"a#b":                           "a",
		"a\"b":                          "a",
		"a'b":                           "a",
		"a\nb":                          "a",
		"a\rb":                          "a",
		"a&b,c":                         "a&b,c",
		"/a":                            "",
		"u@a":                           "a",
		"u:p@q@A/b@c":                   "a",
		"@a":                            "a",
		"@":                             "",
		strings.Repeat("a", 400):        strings.Repeat("a", 400),
		strings.Repeat("a", 401):        strings.Repeat("a", 400),
		strings.Repeat("a", 399) + "/b": strings.Repeat("a", 399),
	} {
		if got := authority(text); got != want {
			t.Errorf("authority(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestURIBefore(t *testing.T) {
	for _, tt := range []struct {
		text  string // what stands before the "://"; a "|" marks the floor
		start int
	}{
		{"https", 0},
		{" https", 1},
		{"é https", 3},
		{"éhttps", 2},
		{"Àhttps", 2},
		{"=https", 1},
		{"a+b-c.d", 0},
		{"a/https", 2},
		{"a_9", 0},
		{"jdbc:sqlserver", 0},
		{"x jdbc:a:b", 2},
		{":b", 1},
		{"a :b", 3},
		{"9:b", 0},
		{"", 0},
		{" ", 1},
		{"ab|cd", 2},
		{"a:|cd", 2},
		{"a|:cd", 2},
		{"a|b:cd", 1},
		{"a|bb:cd", 1},
		{"_https", 1},
		{"__https", 2},
		{"+-.http", 3},
		{"_ftp", 0},
		{"__", 0},
		{"_{x}", 4},
		{"${x:https", 4},
		{"{x:https", 1},
		{"${x} y:https", 5},
	} {
		text, floor := tt.text, 0
		if before, after, found := strings.Cut(text, "|"); found {
			text, floor = before+after, len(before)
		}
		if got := uriBefore(text+"://x", floor, len(text)); got != tt.start {
			t.Errorf("uriBefore(%q) = %d, want %d", tt.text, got, tt.start)
		}
	}
}

func TestLocate(t *testing.T) {
	for text, want := range map[string]place{
		"":                                 {},
		"https://contoso.example":          {endpoint: true, uri: true},
		"HTTP://contoso.example":           {endpoint: true, uri: true},
		"{scheme}://contoso.example":       {endpoint: true, uri: true},
		"https://help.kusto.windows.net/a": {endpoint: true, uri: true, kusto: true},
		"https://ade.loganalytics.io/a":    {endpoint: true, uri: true, kusto: true},
		"https://{x}.loganalytics.io":      {endpoint: true, uri: true},
		"htps://help.kusto.windows.net":    {endpoint: true, kusto: true},
		"ftp://contoso.example":            {},
		"kusto://help.kusto.windows.net":   {foreign: true},
		"azureDataExplorer://a":            {foreign: true},
		"jdbc:x://help.kusto.windows.net":  {foreign: true},
		"://help.kusto.windows.net":        {foreign: true},
		"help.kusto.windows.net":           {endpoint: true, kusto: true},
		"kusto.windows.net":                {endpoint: true, kusto: true},
		"kusto.net":                        {endpoint: true},
		"my.kusto":                         {endpoint: true},
		"{x}.kusto.windows.net":            {endpoint: true, kusto: true},
		"mycluster":                        {endpoint: true},
		"my cluster":                       {},
		"[::1]:80/a":                       {endpoint: true},
		".a":                               {},
		"a=b":                              {},
		"a/b~c%20":                         {endpoint: true},
		"a~b":                              {},
		"@help/Samples":                    {endpoint: true},
		"@help Samples":                    {},
		"{x}/{y}":                          {endpoint: true},
		"tcp:help.kusto.windows.net":       {endpoint: true, kusto: true, foreign: true},
		"np:a":                             {endpoint: true, foreign: true},
		"(local)":                          {foreign: true},
		"https://a.blob.core.windows.net":  {endpoint: true, uri: true, foreign: true},
		"https://a/xmla":                   {endpoint: true, uri: true, foreign: true},
		"a/xmla/b":                         {endpoint: true},
		// a placeholder that the scheme is in: only its default says where it leads
		"${x:https://help.kusto.windows.net}":    {endpoint: true, kusto: true},
		"${x:https://help.kusto.windows.net}/Db": {endpoint: true, kusto: true},
		"${x:https://contoso.example}":           {endpoint: true},
		"{https://help.kusto.windows.net}":       {endpoint: true},
		"a${x:https://help.kusto.windows.net}":   {foreign: true},
		"{x}":                                    {endpoint: true},
		"{x y}://help.kusto.windows.net":         {endpoint: true, uri: true, kusto: true},
		"{x}+a://contoso.example":                {},
		"htps://ade.loganalytics.io":             {endpoint: true, kusto: true},
		"htps://my.kusto.net":                    {endpoint: true, kusto: true},
		"htps://my.kusto":                        {},
		"htps://kusto.net":                       {endpoint: true, kusto: true},
		"@":                                      {},
		"@help/a/b":                              {},
	} {
		if got := locate(text); got != want {
			t.Errorf("locate(%q) = %+v, want %+v", text, got, want)
		}
	}
}

func TestNamesKusto(t *testing.T) {
	for _, tt := range []struct {
		host   string
		labels int
		want   bool
	}{
		{"help.kusto.windows.net", 2, true},
		{"kusto.windows.net", 2, true},
		{"kusto.net", 2, true},
		{"kusto.net", 3, false},
		{"a.kusto.net", 3, true},
		{"a.kusto", 2, false},
		{"kusto", 1, false},
		{"kustomfa.b", 2, true},
		{"kustodev.b", 2, true},
		{"kustox.b", 2, false},
		{"(kusto)$b.c", 2, true},
		{"a.b", 2, false},
		// imitations, of which one without a scheme needs three labels
		{"kusto-windows.net", 2, true},
		{"kusto-windows.net", 3, false},
		{"help.kusto-windows.net", 3, true},
		{"kusto-windows-net", 1, true},
		{"kusto-windows-net", 2, true},
		{"kusto-windows-net", 3, false},
		{"helpkusto.windows.net", 3, true},
		{"helpkusto.windows.example", 3, false},
		{"xn--kusto", 2, false},
	} {
		if got := namesKusto(tt.host, tt.labels); got != tt.want {
			t.Errorf("namesKusto(%q, %d) = %v, want %v", tt.host, tt.labels, got, tt.want)
		}
	}
}

func TestIsServiceHost(t *testing.T) {
	for host, want := range map[string]bool{
		"ade.loganalytics.io":         true,
		"ade.applicationinsights.io":  true,
		"adx.monitor.azure.com":       true,
		"loganalytics":                false,
		"contoso.example":             false,
		"{x}.kusto.windows.net":       true,
		"a{x}]b.kusto.windows.net":    true,
		"{x}":                         false,
		"https":                       false,
		"*.kusto.windows.net":         true,
		"{x}kusto.windows.net":        false,
		"ade.loganalytics.io.example": false,
		"}.kusto.windows.net":         true,
		"*kusto.windows.net":          false,
		"<a>.loganalytics.io":         false,
	} {
		if got := isServiceHost(host); got != want {
			t.Errorf("isServiceHost(%q) = %v, want %v", host, got, want)
		}
	}
}

// What two endpoints say together.
func TestPlaceOr(t *testing.T) {
	for _, p := range []place{{endpoint: true}, {uri: true}, {kusto: true}, {foreign: true}} {
		if p.or(place{}) != p || (place{}).or(p) != p || p.or(p) != p {
			t.Errorf("%+v or nothing is %+v or %+v", p, p.or(place{}), (place{}).or(p))
		}
	}
}

// A name that is longer than a URI is no endpoint.
func TestIsPlainPlaceIsBounded(t *testing.T) {
	const most = 4 << 10
	if !isPlainPlace(strings.Repeat("a", most)) || isPlainPlace(strings.Repeat("a", most+1)) {
		t.Error("the bound is not that of a URI")
	}
	if isPlainPlace("a ") || isPlainPlace("") || !isPlainPlace("a{x}b") || isPlainPlace("a{x}=b") || isPlainPlace("~b") {
		t.Error("isPlainPlace")
	}
}
