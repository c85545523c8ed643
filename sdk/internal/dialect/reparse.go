package dialect

// WithReparse returns read with Answer.Reparse filled in: what the client sees
// in its own text, held against what it saw at first. The recordings compare no
// more, so what neither lists makes no difference.
func WithReparse(read func(text string) Answer) func(text string) Answer {
	return func(text string) Answer {
		a := read(text)
		if !a.OK {
			return a
		}
		switch again := read(a.Out.Open()); {
		case !again.OK:
			a.Reparse = "rejected"
		case SameSeen(a.Seen, again.Seen):
			a.Reparse = "same"
		default:
			a.Reparse = "differs"
		}
		return a
	}
}
