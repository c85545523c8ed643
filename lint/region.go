package lint

import (
	"slices"

	"kustoconn/source"
)

// Region is a span as people and tools count: lines and columns from 1,
// columns in UTF-16 code units, the end exclusive.
type Region struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

// Regions returns the regions of the file's strings. It walks along each line
// once, however many strings are on it.
func (f *File) Regions() []Region {
	var offsets []int
	for i := range f.Strings {
		offsets = append(offsets, f.Strings[i].Span.Start, f.Strings[i].Span.End)
	}
	slices.Sort(offsets)
	positions := map[int]source.Position{}
	at := source.Position{Line: 1, UTF16: 1}
	for _, offset := range offsets {
		at = f.advance(at, offset)
		positions[offset] = at
	}
	regions := make([]Region, len(f.Strings))
	for i := range f.Strings {
		start, end := positions[f.Strings[i].Span.Start], positions[f.Strings[i].Span.End]
		regions[i] = Region{start.Line, start.UTF16, end.Line, end.UTF16}
	}
	return regions
}

// advance returns the position of the byte at offset, which is not before from.
func (f *File) advance(from source.Position, offset int) source.Position {
	between := f.Text()[from.Offset:offset]
	step := source.NewIndex(between).Position(len(between))
	if step.Line == 1 {
		step.UTF16 += from.UTF16 - 1
	}
	return source.Position{Line: from.Line + step.Line - 1, UTF16: step.UTF16, Offset: offset}
}
