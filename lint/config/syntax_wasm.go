package config

import "encoding/json"

// syntaxOf returns JSON, which is YAML too: a page in a browser has no files of
// configuration, and the readers of YAML and TOML would make it a tenth larger.
func syntaxOf(string) syntax {
	return syntax{json.Unmarshal, func([]byte) positions { return nil }}
}

// syntaxError says why a text could not be read.
func syntaxError(_ []byte, err error) (position, string) {
	return position{}, reason(err.Error())
}
