package data_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestTemplates(t *testing.T) {
	piecetest.Run(t, format.Reader("json"), []piecetest.Case{
		{Name: "values and steering lines", Marked: "{\n{% if a %}\n\"b\": \"«c={{ d }}»\", {#« e »#}\n{% endif %}\n\"f\": «{{ g }}», \"h\": [{{#each}} \"«i»\" {{/each}}]}\n", Want: []piecetest.Want{
			piecetest.Value("c={{ d }}", "b", "{{ d }}"), piecetest.Comment(" e "), piecetest.Value("{{ g }}", "f", "{{ g }}"), piecetest.Value("i", "h.0")}},
		{Name: "quotes in a block", Marked: "{\"a\": \"«b={{ c \"d\" }};e»\"}", Want: []piecetest.Want{piecetest.Value(`b={{ c "d" }};e`, "a", `{{ c "d" }}`)}},
		{Name: "no template", Marked: "«{\"a\": {{ b }»", Want: []piecetest.Want{piecetest.Plain("{\"a\": {{ b }")}, Notes: []string{"not valid JSON: read as plain text"}},
	})
	piecetest.Run(t, format.Reader("yaml"), []piecetest.Case{
		{Name: "Helm", Marked: "{{- if .Values.a }}\na: \"«b\\x3dc»\"\n{{- end }}\n{{ include \"x\" . }}\nd: «{{ .Values.d }}-e»\n", Want: []piecetest.Want{
			piecetest.Value("b=c", "a"), piecetest.Value("{{ .Values.d }}-e", "d", "{{ .Values.d }}")}},
		{Name: "ERB", Marked: "<% if a %>\na: «b<%= c %>»\n<% end %>\n\"d\": '«e''s»'\n", Want: []piecetest.Want{
			piecetest.Value("b<%= c %>", "a", "<%= c %>"), piecetest.Value("e's", "d")}},
	})
}
