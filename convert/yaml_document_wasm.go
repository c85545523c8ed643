package convert

import "encoding/json"

// yamlDocument returns the mapping that text is, which has to be JSON here: a reader of
// YAML would make a page in a browser a tenth larger.
func yamlDocument(text string) (document map[string]any, err error) {
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		return nil, errFormat // the parser's own message quotes the text
	}
	return document, nil
}
