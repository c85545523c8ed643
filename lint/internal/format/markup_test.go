package format

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadMarkup(t *testing.T) {
	for _, c := range []struct {
		language, name, marked string
		want                   []piecetest.Want
	}{
		{"html", "text", "<p>«It's &lt;a&gt; »<b>«b»</b>\n« c &amp;amp; <cluster> d»</p>", []piecetest.Want{
			piecetest.Plain("It's <a> "), piecetest.Plain("b"), piecetest.Plain(" c &amp; <cluster> d")}},
		{"html", "attributes", "<input value='«a&quot;b»' disabled data-x=«c»><!--« d »-->", []piecetest.Want{
			piecetest.Value(`a"b`, "input.value"), piecetest.Value("c", "input.data-x"), piecetest.Comment(" d ")}},
		{"html", "attributes without a value", "<b c=\"\">«d»</b><input value=\"", []piecetest.Want{piecetest.Plain("d")}},
		{"html", "scripts", `<script>x = "«a»";</script><script type="«application/json»">{"k": "«b»"}</SCRIPT ><style>«c»</style>`, []piecetest.Want{
			piecetest.Literal("a", "x"), piecetest.Value("application/json", "script.type"), piecetest.Value("b", "k"), piecetest.Plain("c")}},
		{"vue", "component", "<template><K :a=\"'«b»'\" c='«d»'>«{{ e['«f»'] }} g»</K></template><script lang=«ts»>let x: string = '«h»'</script>", []piecetest.Want{
			piecetest.Literal("b", "k.a"), piecetest.Value("d", "k.c"), piecetest.Plain("{{ e['f'] }} g", "", "{{ e['f'] }}"), piecetest.Literal("f"),
			piecetest.Value("ts", "script.lang"), piecetest.Literal("h", "x")}},
		{"astro", "script", "---\nconst x = '«a»';\n---\n<p>«b»</p>", []piecetest.Want{piecetest.Literal("a", "x"), piecetest.Plain("b")}},
		{"svelte", "component", "<script>let x = '«a»';</script>«{#if f('«b»')}»<p>«It's {y}»</p>«{/if}»", []piecetest.Want{
			piecetest.Literal("a", "x"), piecetest.Plain("{#if f('b')}", "", "{#if f('b')}"), piecetest.Literal("b"), piecetest.Plain("It's {y}", "", "{y}"),
			piecetest.Plain("{/if}", "", "{/if}")}},
		{"ejs", "code", "<p>«a <%= b %> c»</p>«<% const d = '«e»'; %>»", []piecetest.Want{
			piecetest.Plain("a <%= b %> c", "", "<%= b %>"), piecetest.Plain("<% const d = 'e'; %>", "", "<% const d = 'e'; %>"), piecetest.Literal("e", "d")}},
		{"erb", "code", "<p>«a <%= b %> c»</p>«<% d = '«e»' %>»", []piecetest.Want{
			piecetest.Plain("a <%= b %> c", "", "<%= b %>"), piecetest.Plain("<% d = 'e' %>", "", "<% d = 'e' %>"), piecetest.Literal("e", "d")}},
		{"erb", "comment", "<p>«a»<%#« b »%><b>«c <%= d %>»</b>", []piecetest.Want{
			piecetest.Plain("a"), piecetest.Comment(" b "), piecetest.Plain("c <%= d %>", "", "<%= d %>")}},
		{"serverpage", "comment", "<%--« a »--%>«<%# b %>»", []piecetest.Want{piecetest.Comment(" a "), piecetest.Plain("<%# b %>", "", "<%# b %>")}},
		{"template", "engines", "<p>«a {{{ b }}} {{ c }}»</p>{#« d »#}{{!--« e »--}}{{!« f »}}<i g='«h {% i %}»'>«{% j %}k»</i>", []piecetest.Want{
			piecetest.Plain("a {{{ b }}} {{ c }}", "", "{{{ b }}}", "{{ c }}"), piecetest.Comment(" d "), piecetest.Comment(" e "), piecetest.Comment(" f "),
			piecetest.Value("h {% i %}", "i.g", "{% i %}"), piecetest.Plain("{% j %}k", "", "{% j %}")}},
		{"razor", "text", "<p a='«b @C»'>«d@e @@f @g.H(i) @(j)»</p>@*« k »*@", []piecetest.Want{
			piecetest.Value("b @C", "p.a", "@C"), piecetest.Plain("d@e @f @g.H(i) @(j)", "", "@g.H(i)", "@(j)"), piecetest.Comment(" k ")}},
		{"razor", "blocks", "@page \"«/a»\"\n@code {\n  string s = \"«{b»\"; // «it's»\n}\n@if (x == \"«c»\") {\n  <p>\n«    It's d»\n  </p>\n  y = \"«e»\";\n}\n«f»", []piecetest.Want{
			piecetest.Literal("/a"), piecetest.Literal("{b", "s"), piecetest.Comment("it's"), piecetest.Literal("c"), piecetest.Plain("    It's d"),
			piecetest.Literal("e", "y"), piecetest.Plain("f")}},
	} {
		piecetest.Run(t, Reader(c.language), []piecetest.Case{{Name: c.language + " " + c.name, Marked: c.marked, Want: c.want}})
	}
}
