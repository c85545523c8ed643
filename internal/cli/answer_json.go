package cli

import "strconv"

// append appends a to out as encoding/json writes it, without escaping for HTML.
func (a answer) append(out []byte) (_ []byte, err error) {
	out = append(out, `{"id":`...)
	if isPlainScalar(a.ID) {
		out = append(out, a.ID...)
	} else if out, err = appendValue(out, a.ID); err != nil {
		return nil, err
	}
	out = appendBool(append(out, `,"ok":`...), a.OK)
	out = appendBool(append(out, `,"syntax":`...), a.Syntax)
	out = append(out, `,"pairs":[`...)
	for i, p := range a.Pairs {
		if i > 0 {
			out = append(out, ',')
		}
		out = p.append(out)
	}
	out = append(out, ']')
	if a.Prefix != nil {
		out = appendString(append(out, `,"prefix":`...), *a.Prefix)
	}
	out = a.Properties.append(append(out, `,"properties":`...))
	out = appendString(append(out, `,"auth":`...), a.Auth)
	if a.Canonical != nil {
		out = appendString(append(out, `,"canonical":`...), *a.Canonical)
	}
	out = appendString(append(out, `,"redacted":`...), a.Redacted)
	out = append(out, `,"diagnostics":[`...)
	for i := range a.Diagnostics {
		if i > 0 {
			out = append(out, ',')
		}
		out = a.Diagnostics[i].append(out)
	}
	out = append(out, ']')
	if a.Omitted != 0 {
		out = strconv.AppendInt(append(out, `,"omitted":`...), int64(a.Omitted), 10)
	}
	return append(out, '}'), nil
}

func (d *diagnostic) append(out []byte) []byte {
	out = appendString(append(out, `{"code":`...), d.Code)
	out = appendString(append(out, `,"rule":`...), d.Rule)
	out = appendString(append(out, `,"severity":`...), d.Severity)
	out = appendSpan(append(out, ','), d.Start, d.End)
	out = appendString(append(out, `,"message":`...), d.Message)
	if d.Help != "" {
		out = appendString(append(out, `,"help":`...), d.Help)
	}
	out = append(out, `,"edits":[`...)
	for i, e := range d.Edits {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendSpan(append(out, '{'), e.Start, e.End)
		out = appendString(append(out, `,"text":`...), e.Text)
		out = append(appendBool(append(out, `,"safe":`...), e.Safe), '}')
	}
	return append(out, "]}"...)
}

func appendSpan(out []byte, start, end int) []byte {
	out = strconv.AppendInt(append(out, `"start":`...), int64(start), 10)
	return strconv.AppendInt(append(out, `,"end":`...), int64(end), 10)
}
