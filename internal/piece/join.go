package piece

import "kustoconn/source"

// Join returns one piece of parts, which stand in their file one after the other,
// with separator between each two. What the file writes between two parts stands
// for the separator. Text is written into it as each of the parts would write it,
// where all agree.
func Join(parts []Piece, separator string) Piece {
	joined := Piece{Kind: Literal}
	for i := range parts {
		p := &parts[i]
		if i > 0 && separator != "" {
			between := source.Span{Start: parts[i-1].Span().End, End: p.Span().Start}
			joined.Map.runs = append(joined.Map.runs, run{len(joined.Text), between.Start, len(separator), between.Len(), true})
			joined.Text += separator
		}
		for _, r := range p.Map.runs {
			r.text += len(joined.Text)
			joined.Map.runs = append(joined.Map.runs, r)
		}
		for _, h := range p.Holes {
			joined.Holes = append(joined.Holes, h.Shift(len(joined.Text)))
		}
		joined.Text += p.Text
	}
	joined.Escape = escapeAll(parts)
	return joined
}

// escapeAll writes what reads the same in each part that holds literal text.
func escapeAll(parts []Piece) func(string) (string, bool) {
	var writers []func(string) (string, bool)
	for i := range parts {
		if parts[i].Escape != nil {
			writers = append(writers, parts[i].Escape)
		}
	}
	return func(s string) (escaped string, ok bool) {
		for i, write := range writers {
			e, can := write(s)
			if !can || i > 0 && e != escaped {
				return "", false
			}
			escaped, ok = e, true
		}
		return escaped, ok
	}
}
