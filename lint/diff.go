package lint

// Change is a string that fixing changed, as reports show it.
type Change struct {
	Before, After     string // masked, with whatever control characters they hold; empty where there is none
	BeforeAt, AfterAt Region // where each stands in its text; zero where there is none
}

// Diff returns what fixing changed, string by string; nothing where nothing was
// fixed. It is for reading, no program can apply it: of what stands beside a string
// nothing is known, so that nothing of it is shown. The cost is linear in the strings.
func (f *File) Diff() []Change {
	if f.Before == nil {
		return nil
	}
	before, after := f.Before.Strings, f.Strings
	start := 0
	for start < min(len(before), len(after)) && before[start].text() == after[start].text() {
		start++
	}
	end, newEnd := len(before), len(after)
	for end > start && newEnd > start && before[end-1].text() == after[newEnd-1].text() {
		end, newEnd = end-1, newEnd-1
	}
	at, newAt := f.Before.Regions(), f.Regions()
	var changes []Change
	for i := start; i < max(end, newEnd); i++ {
		var c Change
		if i < end {
			c.Before, c.BeforeAt = before[i].Masked, at[i]
		}
		if i < newEnd {
			c.After, c.AfterAt = after[i].Masked, newAt[i]
		}
		if i >= end || i >= newEnd || before[i].text() != after[i].text() {
			changes = append(changes, c)
		}
	}
	return changes
}
