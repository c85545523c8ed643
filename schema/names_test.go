package schema

import "testing"

func TestNamesOfNothing(t *testing.T) {
	if got := None.String(); got != "none" {
		t.Errorf("None is %q", got)
	}
	if got := numClients.String() + numClients.Title() + Client(0).Title(); got != "unknownunknownunknown" {
		t.Errorf("no client is %q", got)
	}
}
