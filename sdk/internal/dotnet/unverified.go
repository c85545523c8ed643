package dotnet

import "strings"

// question is one that no documentation, test or recording answers: its
// subject (verdict, error, auth, or the property that is not asserted) and
// what is open about it.
type question string

func (q question) subject() string {
	subject, _, _ := strings.Cut(string(q), ":")
	return subject
}

const (
	emptyText           question = "verdict: what an empty text gives"
	otherEndpoint       question = "verdict: what a Data Source gives that is neither a plain URL nor a host name"
	undocumentedKeyword question = "verdict: what becomes of a keyword that is not documented"
	otherBoolean        question = "verdict: which texts but true and false a boolean takes"
	otherConsistency    question = "verdict: whether Query Consistency takes any text"
	otherGuarded        question = "verdict: whether the guard of local secrets sees aliases, empty values and issuers"
	incompleteApp       question = "verdict: whether incomplete application credentials fail before a client is made"

	errorText question = "error: its class and its text"

	defaultCatalog     question = "InitialCatalog: what it reads as where none is given"
	emptyCatalog       question = "InitialCatalog: what an empty one reads as"
	otherDataSource    question = "DataSource: what it reads as but for a scheme and a host"
	inferredFederation question = "FederatedSecurity: whether it reads as true where https implies it"

	schemelessAuth question = "auth: whether a Data Source without a known scheme is federated"
	unfederated    question = "auth: whether a false AAD Federated Security holds but for http"
	loneKey        question = "auth: what an application key without a client id does"
	doubtfulInput  question = "auth: it depends on what is not verified"
)

// severalSpellings is asked of a property that is set by two keywords, or by
// the prefix and a keyword. Of two equal keywords the last wins, as in the
// base class.
func severalSpellings(property string) question {
	return question(property + ": which of several settings wins")
}
