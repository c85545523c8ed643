package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
)

// A role is what a function or method does with the texts that it is given. The
// zero role is that of a function nothing is known of.
type role int

const (
	_            role = iota
	concatenates      // joins its arguments, or the elements of a list
	joins             // the same, with a separator between them
	pastes            // the same, with the separator in a named argument
	appends           // puts its argument behind something
	formats           // puts its further arguments into the first one
	logs              // writes its arguments next to each other
	builds            // starts a text that other calls go on with
	replaces          // puts something for words of a text
	readies           // takes the words that a method called on it replaces
	consumes          // takes a whole connection string
	threads           // gives its first argument to the functions that are its further ones
	renders           // fills its template with what the mapping that it is given has
	defines           // gives its first argument the value of the last one
	signsIn           // takes a secret, if it is of Kusto's clients
)

// callees are the roles of functions and methods, whichever language has them:
// their names are told apart well enough without it.
var callees = func() map[string]role {
	all := map[string]role{}
	for r, names := range map[role]string{
		concatenates: "concat concatcp Concat CONCAT paste0 strcat str_c stri_c Sprint StrCat",
		joins:        "join Join JOIN implode concat_ws CONCAT_WS strcat_delim intercalate concatStringsSep",
		pastes:       "paste",
		appends: "append Append AppendLine AppendFormat AppendString appendString push_str WriteString writeString " +
			"write_str write Write plus",
		formats: "format Format FORMAT formatted sprintf Sprintf printf Printf Errorf fprintf Fprintf snprintf string_format " +
			"printf_P formatString vsprintf vprintf arg printfn eprintf eprintfn failwithf hPrintf asprintf bprintf ksprintf StrFormat " +
			"tprintf aprintf stringWithFormat initWithFormat localizedStringWithFormat appendFormat stringByAppendingFormat FORMATMESSAGE allocPrint bufPrint " +
			"allocPrintZ bufPrintZ comptimePrint writef writefln interpolate format_map glue str_glue substitute safe_substitute Substitute SubstituteAndAppend " +
			"StrAppendFormat format_to format_to_n vformat",
		renders: "render Render renderString render_string render_template_string eval_string result_with_hash",
		logs: "print println Print Println puts log Log info Info warn Warn warning error Error debug Debug trace Trace " +
			"fatal Fatal critical LogInformation LogWarning LogError LogDebug WriteLine message NSLog",
		replaces: "replace Replace REPLACE replaceAll ReplaceAll replace_all str_replace str_ireplace strtr gsub replace_string " +
			"replacingOccurrences multiReplace StringReplace stringByReplacingOccurrencesOfString strrep sub regsub replaceFirst " +
			"replaceStrings global_replace preg_replace gsub! sub! string-replace replace-regexp-in-string str_replace_all",
		readies: "NewReplacer",
		defines: "def defonce defconst defconstant defparameter defvar define setq",
		builds:  "strcpy strncpy strlcpy StringBuilder StringBuffer stringstream ostringstream StringIO StringWriter",
	} {
		for name := range strings.FieldsSeq(names) {
			all[name] = r
		}
	}
	for _, name := range calls.Names() {
		all[name] = signsIn
	}
	return all
}()

// consumers are functions that take a connection string, of Kusto's libraries and
// of those alone: builders and clients.
var consumers = func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.FieldsSeq("ConnectionStringBuilder KustoConnectionStringBuilder NewConnectionStringBuilder " +
		"KustoClient KustoIngestClient KustoStreamingIngestClient QueuedIngestClient ManagedStreamingIngestClient " +
		"CreateCslQueryProvider CreateCslAdminProvider CreateCslCmQueryProvider kusto_database_endpoint") {
		all[name] = true
	}
	return all
}()

// fills reports whether a function of the role puts what it is given into its first text.
func (r role) fills() bool { return r == formats || r == renders }

func roleOf(name string) role {
	if r := callees[name]; r != 0 {
		return r
	}
	if consumers[name] {
		return consumes
	}
	return 0
}

// keeping are methods that return their text as it is, but for white space.
var keeping = func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.FieldsSeq("toString ToString to_string to_owned to_s into trim Trim strip Strip stripMargin trimIndent " +
		"trimMargin freeze String as_str clone dup encode decode unwrap as_bytes getBytes c_str intern isoformat") {
		all[name] = true
	}
	return all
}()

// converting are functions that return a literal that they are given as another type.
var converting = map[string]bool{
	"QByteArray": true, "QLatin1String": true, "QLatin1StringView": true, "QString": true, "QStringLiteral": true,
	"RegExp": true, "Regex": true, "String": true, "from": true, "str": true, "string": true, "string_view": true,
}

// making are functions that make a text to be filled in of a literal.
var making = map[string]bool{"Template": true, "createTemplate": true, "format": true, "wformat": true, "compile": true, "from_string": true, "template": true}

// methodEnd is what a method called on a literal makes of its end.
func methodEnd(name string) piece.End {
	switch r := roleOf(name); {
	case r == concatenates, r == appends:
		return piece.Joined
	case keeping[name]:
		return piece.Closed
	}
	return piece.Unknown
}

// Joins reports whether a function or method of the name puts texts together that
// it is given, or that it is called on.
func Joins(name string) bool {
	switch callees[name] {
	case concatenates, joins, pastes, formats:
		return true
	}
	return name == "joined" || slices.Contains(joinMethods, name)
}

// Appends reports whether a method of the name puts something behind the text
// that it is called on.
func Appends(name string) bool {
	r := roleOf(name)
	return r == appends || r == concatenates
}
