package validate

import "kustoconn/rule"

var conflictingValues = check{
	rule: rule.ConflictingValues,
	look: checkConflicts,
}

func checkConflicts(p *pass) {
	p.duplicates(func(d duplicate) {
		if d.values != differ {
			return
		}
		found := p.reportDuplicate(d, " is given again with another value")
		found.Help = "the last one counts: remove the wrong one"
	})
}
