package recognize_test

import (
	"strings"
	"testing"

	"kustoconn/internal/recognize"
)

// checkRunning checks running texts, with what is to be found in « ».
func checkRunning(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		check(t, text, recognize.Context{})
	}
}

// What stands before the first keyword belongs to the string: a prefix, or a
// pair of which the keyword was meant to be ours.
func TestFirstSegment(t *testing.T) {
	checkRunning(t,
		`x «https://help.kusto.windows.net;Fed=true»`,
		`x «https://help.kusto.windows.net?a=b;Fed=true»`,
		`x «{cluster};Fed=true»`,
		`x «localhost;Fed=true»`,
		`x «localhost ; Fed=true»`,
		"x «localhost;\nFed=true»",
		"x localhost;\n\n«Fed=true;AppKey=b»",
		"x «localhost;;;Fed=true»",
		`x «Data Soruce=help.kusto.windows.net;Fed=true»`,
		`x «Encrypt=True;Server=db;Fed=true»`,
		`x Foo=1;«Server=db;Fed=true»`,
		`x ConnectionString=«localhost;Fed=true»`,
		`x kusto_uri=«localhost;Fed=true»`,
		`x color=red;«Fed=true;AppKey=b»`,
		// what a bracket around ends is the pair, and no prefix
		`x (Encrypt=a);Fed=«true;AppKey=b»`,
		`x («https://contoso.example?b=c);Fed=true»`,
		`x («Encrypt={a});Fed=true;AppKey=b»`,
		`x «AppKey abcd;Fed=true»`,
		`x «AppKey:abcd;Fed=true»`,
		`x Database «abcd;Fed=true»`,
		`x (a&amp;«Fed=true;AppKey=b»)`,
		`x (a&#38;«Fed=true;AppKey=b»)`,
		`x "a/b «c;Fed=true;AppKey=b»"`,
		`jdbc:kusto://help.kusto.windows.net;Fed=true`,
	)
}

// The string goes on as long as pair follows pair.
func TestNextSegment(t *testing.T) {
	checkRunning(t,
		`«localhost;Fed=true;;;AppKey=b» c`,
		`«localhost;Fed=true ; AppKey=b» c`,
		`«localhost;Fed=true;» what follows`,
		`«localhost;Fed=true;» let x = 3`,
		`«localhost;Fed=true; x=3»`,
		`«localhost;Fed=true;a b=3»`,
		`«localhost;Fed=true;» a b=3`,
		`«localhost;Fed=true; Port=3»`,
		`«localhost;Fed=true; Search Path=3»`,
		`«localhost;Fed=true; Aplication Kee=3»`,
		`«localhost;Fed=true;»a(b)=3`,
		`«localhost;Fed=true;{x};AppKey=b» c`,
		`«localhost;Fed=true;{x}» c`,
		`«localhost;Fed=true;{x}». c`,
		`«localhost;Fed=true;»{x}.c`,
		`«localhost;Fed=true;{x}AppKey=b» c`,
		`«localhost;Fed=true;{x} ;AppKey=b» c`,
		"«localhost;Fed=true;»\nAppKey=b",
		`"«localhost;Fed=true;»";AppKey=b`,
		`«localhost;Fed=true;»`+strings.Repeat("a", 65)+`=b`,
		`«localhost;Fed=true;`+strings.Repeat("a", 64)+`=b»`,
	)
}

// Credentials with commas between them are everybody's.
func TestCredentialsOfOthers(t *testing.T) {
	checkRunning(t,
		`x Config{appKey=abc, userToken=def}`,
		`x {appKey=abc,appToken=def, region=x}`,
		`x «Fed=true,AppKey=abc» y`,
	)
	for _, text := range []string{"appKey=abc&userToken=def", "appKey=abc, userToken=def"} {
		if found := recognize.Find(text, recognize.Context{Whole: true}); len(found) > 0 {
			t.Errorf("%q: found %v", text, found)
		}
	}
}

// A forgotten semicolon ends no string where a keyword of Kusto alone follows.
func TestMissingSemicolon(t *testing.T) {
	checkRunning(t,
		`«localhost;Database=a Fed=true» c`,
		`«localhost;Database=a, Fed=true» c`,
		`«localhost;Database=a | Fed = true» c`,
		`«localhost;Database=a,Authority Id=b» c`,
		`«localhost;Fed=true» user=c d=e`,
		`«localhost;Fed=true» Fed==true`,
		`«localhost;Fed=true» "Fed=true"`,
	)
}

// A value does not hold the start of another key's literal.
func TestLiteralOfAnotherKey(t *testing.T) {
	checkRunning(t,
		`user=bob conn="«AppKey=a1;Data Source=https://help.kusto.windows.net;Fed=true»"`,
		`user=bob conn='«AppKey=a1;Data Source=https://help.kusto.windows.net;Fed=true»' b`,
		`«user=bob conn "x;Data Source=https://help.kusto.windows.net;Fed=true»`,
		`«AppKey=a conn="b;Data Source=https://help.kusto.windows.net;Fed=true»`,
	)
}

// Behind a bare secret there may be more of it.
func TestSecretWithSemicolon(t *testing.T) {
	checkRunning(t,
		`«localhost;AppKey=a;b» c`,
		`«localhost;AppKey=a;b;c» d`,
		`«localhost;AppKey=a;b;c;Fed=true» d`,
		`«localhost;AppKey=a;b». c`,
		`«localhost;AppKey=a;b.;Fed=true» c`,
		`«localhost;AppKey=a;» b`,
		`«localhost;AppKey=a;»http://b`,
		`«localhost;AppKey=a;b(c)=d» e`,
		`«localhost;AppKey=a;»b://c=d e`,
		`«localhost;AppKey=a;User ID=c» d`,
		`«localhost;AppKey="a";»b c`,
		`«localhost;Fed=a;»b c`,
		`«localhost;Fed=true;Bla=a;b» c`,
		`"«localhost;AppKey=a;»" c`,
		`(«localhost;AppKey=a;b») c`,
		`«localhost;AppKey=a;b» c(d)=e`,
		`«localhost;AppKey=a;c="d e"» f`,
		`"«localhost;AppKey=a;b»"c`,
		`(«localhost;AppKey=a;»)b=c`,
		`«localhost;AppKey=a;{x}» y`,
		`«localhost;AppKey=a;{x y}» z`,
		`«localhost;AppKey=a;{x y};Fed=true» z`,
		`«localhost;AppKey=a;{x} ;»z`,
	)
}

// What the string stands in ends it.
func TestEnclosure(t *testing.T) {
	checkRunning(t,
		`("«localhost;Fed=true»")`,
		`'«localhost;AppKey=a"b» ' c`,
		`"«localhost;AppKey=a'b»" c`,
		"`«localhost;AppKey=a\"b»` c",
		`(«localhost;AppKey=a(b)c») d`,
		`(«localhost;AppKey=a») b`,
		`[«https://a;AppKey=a)b»] c`,
		`{«https://a;AppKey=a»} b`,
		`{«https://a;AppKey=a{b}c»} d`,
		`<x>«https://a;AppKey=a»</x>`,
		`<x>«https://a;AppKey=a»<br/>`,
		`<x>«https://a;AppKey=a»<BR>b`,
		`<x>«https://a;AppKey=a<b»`,
		`<x>«https://a;AppKey=a<br»`,
		`\"«localhost;AppKey=a"b»\" c`,
		`"«localhost;AppKey=a\"b»" c`,
		`"«localhost;Fed=true;AppKey=»", c`,
		`"«localhost;Fed=true;AppKey=»";`,
		`"«localhost;Fed=true;AppKey=";Fed=true"» c`,
		`"«localhost;Fed=true;AppKey="x"" c»`,
	)
}

// A value in quotation marks goes to the second of them, doubled ones aside.
func TestQuotedValue(t *testing.T) {
	checkRunning(t,
		`«localhost;AppKey="a;b"» c`,
		`«localhost;AppKey='a;b'» c`,
		`«localhost;AppKey= "a;b"» c`,
		`«localhost;AppKey="a"";b"» c`,
		"«localhost;AppKey=\"a;b c»\nd",
		"«localhost;AppKey=\"a\nb\"»\nc",
		"«localhost;AppKey=\"a\nb\" ;Fed=true» c",
		"«localhost;AppKey=\"a»\nb\" c",
		`«localhost;AppKey="a;b"c» d`,
		`«localhost;AppKey="a;b"», c`,
		`Server="«localhost;Fed=true»";Driver=x`,
		`Server="a" "«localhost;Fed=true»"`,
	)
	const most = 32 << 10
	long := strings.Repeat("a", most-1)
	checkRunning(t,
		`«localhost;AppKey="`+long+`"» c`,
		`«localhost;AppKey="`+long+`a" c»`,
		`«localhost;AppKey="`+long+`"" c»`,
	)
}

// White space stands in a bare value where a known keyword follows the next
// semicolon of the line, and the value's type may hold it.
func TestContinues(t *testing.T) {
	checkRunning(t,
		`«localhost;User ID=a b;Fed=true» c`,
		`«localhost;Fed=true;User ID=a» b`,
		`«localhost;Fed=true;User ID=a» b;c`,
		`«localhost;Fed=true;User ID=a» b;c=d`,
		`«localhost;Fed=true;User ID=a b;AppKey=c» d`,
		`«localhost;Fed=true;User ID=a b; AppKey =c» d`,
		`«localhost;Fed=true;User ID=a ;c=d» e`,
		`«localhost;Fed=true;User ID=a ;» e`,
		"«localhost;Fed=true;User ID=a» «b\n;AppKey=c»",
		"«localhost;Fed=true;User ID=a» «b\r;AppKey=c»",
		`«localhost;Fed=true;User ID=a» b://c;AppKey=d`,
		`"«localhost;Fed=true;User ID=a» b";AppKey=c`,
		`(«localhost;Fed=true;User ID=a» b);AppKey=c`,
		`"«localhost;Fed=true;User ID=a) b;AppKey=c»"`,
		// types that hold no white space
		`«localhost;Fed=true» «b;AppKey=c»`,
		`«localhost;AppClientId=a» «b;AppKey=c»`,
		`«localhost;Fed=true;Data Source=https://a» «b;AppKey=c»`,
		`«localhost;Fed=true ;AppKey=c» d`,
		// an unknown keyword may hold any value
		`«localhost;Fed=true;Bla=a b;AppKey=c» d`,
	)
	for bytes, found := range map[int]bool{252: true, 253: true, 254: true, 255: false} {
		words := " " + strings.Repeat("b", bytes)
		text := `«localhost;Fed=true;User ID=a` + words + `;AppKey=c»`
		if !found {
			text = `«localhost;Fed=true;User ID=a» «` + words[1:] + `;AppKey=c»`
		}
		checkRunning(t, text)
	}
}

// The marks of the sentence around are no part of the last value.
func TestSentenceMarks(t *testing.T) {
	checkRunning(t,
		`use «localhost;AppKey=a».`,
		`use «localhost;AppKey=a»?!.`,
		`use «localhost;AppKey=a.»?!.`,
		`use «localhost;AppKey=a», or`,
		`use («localhost;AppKey=a(b)»).`,
		`use (a «localhost;AppKey=a»).`,
		`use (a «localhost;AppKey=a(b)»).`,
		`use "a «localhost;AppKey=a»".`,
		`use "a «localhost;AppKey=a"b"».`,
		`use «localhost;AppKey=.»`,
		`use «localhost;AppKey=a.;Fed=true».`,
	)
}

// A keyword has 64 bytes at most, white space around it included.
func TestKeywordsAreBounded(t *testing.T) {
	blank := func(n int) string { return strings.Repeat(" ", n) }
	word := func(n int) string { return strings.Repeat("a", n) }
	checkRunning(t,
		`«localhost;Database=a Fed`+blank(60)+`=true» c`,
		`«localhost;Database=a Fed=b;Database=c» Fed`+blank(61)+`=true c`,
		`«localhost;Fed=true;Database=a b;`+blank(60)+`Fed=true» c`,
		`«localhost;Fed=true;Database=a» «b;`+blank(61)+`Fed=true» c`,
		`«localhost;AppKey=a;b(`+word(125)+`=d» e`,
		`«localhost;AppKey=a;»b(`+word(126)+`=d e`,
		`x «https://help.kusto.windows.net;`+word(63)+`=x;Fed=true» y`,
		`x https://help.kusto.windows.net;`+word(64)+`=x;Fed=true y`,
	)
}

// The first keyword behind the URI of a Kusto host is that of a pair, whatever it is.
func TestKeywordAfterURI(t *testing.T) {
	checkRunning(t,
		`x «https://help.kusto.windows.net;Whatever=x;Fed=true» y`,
		`x https://contoso.example;Whatever=x;Fed=true y`,
		`x help.kusto.windows.net;Whatever=x;Fed=true y`,
		`x «https://kusto.net;Whatever=x;Fed=true» y`,
		`x https://kusto{x};Whatever=x;Fed=true y`,
		"x https://help.kusto.windows.net;\nWhatever=x;Fed=true y",
		`x «https://help.kusto.windows.net; Whatever=x;Fed=true» y`,
	)
}

// What stands before the first keyword is looked at so many segments far.
func TestSegmentsBefore(t *testing.T) {
	const pair = "Encrypt=a;"
	checkRunning(t,
		`x «`+strings.Repeat(pair, 8)+`Server=db;Fed=true» y`,
		`x `+pair+`«`+strings.Repeat(pair, 8)+`Server=db;Fed=true» y`,
		`x a/b=c;«Fed=true;AppKey=b» y`,
		`x =«abc;Fed=true» y`,
		`x jdbc:kusto://help.kusto.windows.net;Fed=true;AppKey=b y`,
	)
}

// Where a bare value ends.
func TestBareValue(t *testing.T) {
	checkRunning(t,
		"«localhost;Fed=true»\rx",
		"«localhost;Fed=true;AppKey=»\nx",
		"«localhost;Fed=true;AppKey=»\rx",
		`«localhost;AppKey=;Fed=true» c`,
		`«localhost;Fed=true;AppKey=;»b c`,
		`(«localhost;Fed=true;AppKey=abc»)x`,
		`(«localhost;Fed=true;User ID=a(b)c»)x`,
		`(«localhost;Fed=true;User ID=a(b(c)d)e»)x`,
		`|«localhost;Fed=true;AppKey=a|b»| c`,
		`|«localhost;Fed=true;User ID=a»|b| c`,
		`«localhost;Fed=true;User ID=ab».”x`,
		`«localhost;Fed=true;User ID=ab.»</p>`,
		`«localhost;Fed=true;User ID=ab.»<br/>x`,
		`«localhost;Fed=true;User ID=ab<c»`,
		`"«localhost;Fed=true;User ID=a\"b»" x`,
		`\"«localhost;Fed=true;User ID=a"b»\" x`,
		`«localhost;Database=a|Fed=true» c`,
		`«localhost;Fed=true;Database=aFed=true b;User ID=x» c`,
		`«localhost;Fed=true;Database=a,b» c`,
		`«localhost;Fed=true;Database=a|b» c`,
		"«localhost;Fed=true;Database=a» b\nUser ID=x",
		`(«localhost;Fed=true;Database=a» b) c;User ID=x`,
		`«localhost;Fed=true;Database=a b;User ID=x» c`,
		`«localhost;Fed=true;Database=a» b://c;User ID=x`,
		`«localhost;Fed=true ;x=3» c`,
		`«localhost;Fed=true» b;User ID=x`,
		`«localhost;Fed=true;Database=a» b;Fed`,
		`«localhost;Fed=true;Database=a» b;x=3`,
		`«localhost;Database=a Fed=»`,
		"«localhost;Database=a Fed\t=true» c",
		`«localhost;Database=a Fed=true» b;User ID=x`,
		`«localhost;Database=a Fed=true, AppKey=b» c`,
	)
}

// Where a quoted value ends, and one that does not.
func TestQuotedValueEnds(t *testing.T) {
	checkRunning(t,
		"«localhost;Fed=true;User ID=\"a\nb\"»",
		"«localhost;Fed=true;User ID=\"a\nb\" ;Database=c» d",
		"«localhost;Fed=true;User ID=\"a»\nb\" c",
		`«localhost;Fed=true;User ID="a""b c»`+"\nd",
		`«localhost;Fed=true;User ID="a""b"» c`,
		`«localhost;Fed=true;User ID="a b c»`+"\nd",
		`«localhost;Fed=true;User ID="a"b» c`,
		`Database="«https://help.kusto.windows.net;Fed=true»" c`,
		`Database="«Fed=true;AppKey=b»" c`,
		`Database='«Fed=true;AppKey=b»' c`,
		`x="«localhost;Fed=true;AppKey=»" y="b"`,
		`x="«localhost;Fed=true;AppKey=»", y="b"`,
		`x="«localhost;Fed=true;AppKey=»"`,
		`x="«localhost;Fed=true;AppKey=»";`,
		`x="«localhost;Fed=true;AppKey=";b"» c`,
	)
}

// Segments that are nothing but placeholders stand for pairs.
func TestPlaceholderSegments(t *testing.T) {
	checkRunning(t,
		`«localhost;Fed=true;»{x}=b`,
		`«localhost;Fed=true;{x}{y};AppKey=b» c`,
		`«localhost;Fed=true;{x}; {y} ;AppKey=b» c`,
		`«localhost;Fed=true;{x};{y}» c`,
		`«localhost;Fed=true;{x}» «{y};AppKey=b»`,
		"«localhost;Fed=true;{x}»\nc",
		`"«localhost;Fed=true;{x}»".`,
		`«localhost;Fed=true;{x}».,`,
		`«localhost;Fed=true;»{x}.c`,
		`(«localhost;Fed=true;{x}») c`,
		`«localhost;Fed=true; AppKey=b» c`,
		`«localhost;AppKey=a;» b(c)=d`,
		`«localhost;Fed=true;» {x}y=b`,
	)
}

// A brace that a string leaves open is no placeholder's where the literal around it ends
// first.
func TestBracesOfWhatIsAround(t *testing.T) {
	checkRunning(t,
		`{"a": "«https://help.kusto.windows.net;AppKey={Zq7»", "b": 35}`,
		`{'a': '«https://help.kusto.windows.net;AppKey={Zq7»', 'b': 35}`,
		`{"a": "«https://help.kusto.windows.net;AppKey={Zq7};Fed=true»", "b": 35}`,
		`"«https://help.kusto.windows.net;AppKey={{ index .Values "key" }};Fed=true»"`,
		`"«https://help.kusto.windows.net;AppKey={'a'};Fed=true»"`,
	)
}
