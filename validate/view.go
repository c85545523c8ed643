package validate

import "kustoconn/redact"

// View returns the masked view of the string. Names of unknown keywords in
// messages come from it. The first call makes it, for all rules that look at
// the string.
func (p *Pass) View() redact.View {
	if p.view == nil {
		v := redact.Of(p.Bound)
		p.view = &v
	}
	return *p.view
}
