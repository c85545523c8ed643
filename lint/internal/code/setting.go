package code

import (
	"strings"
	"sync"

	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

// settingSecret returns the application's key that the operand read in f, text, gives
// the Spark connector by a name: the value of .option(key, value) or of key -> value,
// which is returned, too. A literal there is read as the tool's setting.
func (r *reader) settingSecret(f *frame, text string) (secret schema.ID, value string) {
	if !r.maySpeak() {
		return schema.None, text
	}
	key := f.key.Name
	if before, behind, ok := strings.Cut(text, "->"); ok && r.lang.arrowPairs {
		key, text = strings.TrimSpace(before), strings.TrimSpace(behind)
	} else if f.open == '(' && f.element == 1 && len(r.elements) == f.first+1 {
		key = r.elements[f.first].span.Slice(r.Text)
	}
	return sparkSecrets()[lastName(strings.Trim(key, "\"'`"))], text
}

// sparkSecrets are the connector's keys, by value and by constant, that hold an
// application's key.
var sparkSecrets = sync.OnceValue(func() map[string]schema.ID {
	secrets := map[string]schema.ID{}
	for _, tool := range tools.All() {
		if tool.Name != "spark" {
			continue
		}
		for _, a := range tool.Authentications {
			for _, s := range a.Settings {
				if s.Property == schema.ApplicationKey {
					addKeys(secrets, s)
				}
			}
		}
	}
	return secrets
})

func addKeys(secrets map[string]schema.ID, s tools.Setting) {
	for _, key := range s.Keys() {
		secrets[key] = s.Property
	}
}
