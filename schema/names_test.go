package schema

import "testing"

func TestNamesOfNothing(t *testing.T) {
	if got := None.String(); got != "none" {
		t.Errorf("None is %q", got)
	}
	if got := numClients.String() + numClients.Title() + Client(0).Title(); got != "unknownunknownunknown" {
		t.Errorf("no client is %q", got)
	}
	if got := page2018.String() + nodeTable.String() + rustTable.String(); got != "2018 pageNodeRust" {
		t.Errorf("sources are %q", got)
	}
	if got := Status(len(statusNames)).String(); got != "unknown" {
		t.Errorf("no status is %q", got)
	}
}
