package endpoint

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestEndpointPrintsItsHost(t *testing.T) {
	const secret = "Zq7secret"
	for _, text := range []string{"https://u:" + secret + "@c.kusto.windows.net/Db?AppKey=" + secret, "https://c.kusto.windows.net,AppKey=" + secret, `https:\\u:` + secret + `@c`} {
		e := Analyze(text)
		encoded, err := json.Marshal(map[string]any{"value": e, "pointer": &e})
		if err != nil {
			t.Fatal(err)
		}
		printed := fmt.Sprintf("%v %+v %#v %q %x", e, &e, e, e, e) + string(encoded)
		if strings.Contains(printed, secret) || strings.Contains(printed, fmt.Sprintf("%x", secret)) {
			t.Errorf("%s is printed as %s", text, printed)
		}
	}
	if got := fmt.Sprint(Analyze("https://u:pw@C.kusto.windows.net/Db")); got != "c.kusto.windows.net" {
		t.Errorf("printed as %s", got)
	}
}
