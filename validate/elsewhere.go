package validate

import "kustoconn/diag"

// The rules of packages that import this one. Those packages report them; the
// IDs stand here so that every code is given out, configured and documented
// in one place.
var (
	// Package sdk, for the clients that a user names.
	RejectedByClient        = diag.ID{Code: 601, Name: "rejected-by-client", Severity: diag.Warning}
	ReadDifferentlyByClient = diag.ID{Code: 602, Name: "read-differently-by-client", Severity: diag.Warning}
	CrashesClient           = diag.ID{Code: 603, Name: "crashes-client", Severity: diag.Error}
	LeakedByClientError     = diag.ID{Code: 604, Name: "leaked-by-client-error", Severity: diag.Warning}
	IgnoredByClient         = diag.ID{Code: 605, Name: "ignored-by-client", Severity: diag.Warning}

	// Package lint.
	UnusedSuppression        = diag.ID{Code: 701, Name: "unused-suppression", Severity: diag.Warning}
	SuppressionWithoutReason = diag.ID{Code: 702, Name: "suppression-without-reason", Severity: diag.Warning}
	UnreadableFile           = diag.ID{Code: 703, Name: "unreadable-file", Severity: diag.Information}
)
