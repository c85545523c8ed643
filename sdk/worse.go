package sdk

import (
	"slices"

	"kustoconn/rule"
)

// Worse says how a client reads a text worse after an edit than before, in a few
// words without any of the text; nothing where it does not. It is worse where the
// client refuses what it accepted, crashes, reads otherwise what it read as the
// documentation does, or repeats a secret in its error. A client of which not
// all is verified must see the same: what it makes of the rest may depend on it.
func Worse(before, after *Reading) string {
	a, b := &before.Answer, &after.Answer
	switch {
	case a.OK && !b.OK:
		return "refuses it"
	case !a.Crash && b.Crash:
		return "crashes on it"
	case !a.Unknown && b.Unknown:
		return "may refuse it"
	case len(a.Unverified) > 0 && !slices.EqualFunc(a.Seen, b.Seen, sameProperty):
		return "sees something else"
	}
	for _, f := range after.Findings {
		switch f.Rule {
		case rule.LeakedByClientError:
			if !slices.ContainsFunc(before.Findings, func(was Finding) bool { return was.Rule == f.Rule }) {
				return f.clause()
			}
		case rule.ReadDifferentlyByClient:
			if a.OK && !slices.ContainsFunc(before.Findings, func(was Finding) bool {
				return was.Rule == f.Rule && was.Property == f.Property
			}) {
				return f.clause()
			}
		}
	}
	return ""
}

func sameProperty(a, b Property) bool {
	return a.Name == b.Name && a.Value.Equal(b.Value) && a.Bool == b.Bool && a.IsBool == b.IsBool
}
