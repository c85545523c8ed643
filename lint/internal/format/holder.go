package format

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// Many formats hold a setting as two values side by side, its name and its
// value: env entries of Kubernetes, app settings of ARM, Bicep and Azure, add
// elements of .NET. The name is the key of the value then, whatever the format.

// nameKeys are the keys of names, in lower case.
var nameKeys = map[string]bool{"name": true, "key": true}

// valueKeys are the keys of values, in lower case; those that are true say
// what the value is, and stay in its path.
var valueKeys = map[string]bool{"value": false, "defaultvalue": false, "default": false, "connectionstring": true}

// setHolders gives each value that a name stands beside that name for its key.
// The cost is linear in the pieces.
func setHolders(text string, pieces []piece.Piece) {
	items := map[string]*namedItem{}
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.Kind == piece.Literal && p.Key == "" && strings.HasPrefix(p.Text, "@"):
			p.Key = consumerBefore(text, p.Span().Start)
		case p.Kind == piece.Literal && i > 0:
			setLiteralHolder(text, &pieces[i-1], p)
		case p.Kind == piece.Value:
			setValueHolder(items, p)
		}
	}
}

// namedItem is what was found of one name and the values beside it. Not every
// list shows in the path, so that many items can follow each other in one.
type namedItem struct {
	name   *piece.Piece
	values map[string]*piece.Piece // by their own keys, in lower case
}

func setValueHolder(items map[string]*namedItem, p *piece.Piece) {
	if in := items[p.Key]; p.Key != "" && in != nil && in.name != nil {
		p.Key, p.KeySpan = heldBy(p.Key, in.name.Text, ""), in.name.Span() // the text of an XML element
		return
	}
	container, last := piece.SplitKey(p.Key)
	key := strings.ToLower(last)
	_, isValue := valueKeys[key]
	if !isValue && !nameKeys[key] {
		return
	}
	item := items[container]
	if item == nil || item.values[key] != nil || nameKeys[key] && item.name != nil {
		item = &namedItem{values: map[string]*piece.Piece{}}
		items[container] = item
	}
	if isValue {
		item.values[key] = p
		item.hold(container, last, p)
		return
	}
	item.name = p
	for _, value := range item.values {
		_, last := piece.SplitKey(value.Key)
		item.hold(container, last, value)
	}
}

// hold makes the item's name, where it is known, the key of a value in it.
func (n *namedItem) hold(container, last string, value *piece.Piece) {
	if n.name == nil {
		return
	}
	if !valueKeys[strings.ToLower(last)] {
		last = ""
	}
	value.Key, value.KeySpan = heldBy(container, n.name.Text, last), n.name.Span()
}

// setLiteralHolder does the same for two literals of a program that follow each
// other in one pair of brackets.
func setLiteralHolder(text string, a, b *piece.Piece) {
	if a.Kind != piece.Literal {
		return
	}
	name, value := a, b
	if nameKeys[strings.ToLower(b.Key)] {
		name, value = b, a
	}
	says, isValue := valueKeys[strings.ToLower(value.Key)]
	if !isValue || !nameKeys[strings.ToLower(name.Key)] {
		return
	}
	between := source.Span{Start: a.Span().End, End: b.Span().Start}
	if between.Start > between.End || between.Len() > piece.MaxKey || strings.ContainsAny(between.Slice(text), "{}[]();") {
		return
	}
	last := ""
	if says {
		last = value.Key
	}
	value.Key, value.KeySpan = heldBy("", name.Text, last), name.Span()
}

// heldBy returns the path of a value in a container that has a name; the index
// of the container in a list is left out.
func heldBy(container, name, last string) string {
	if outer, index := piece.SplitKey(container); isIndex(index) {
		container = outer
	}
	var path piece.KeyPath
	for _, part := range []string{container, name, last} {
		if part != "" {
			path = append(path, part)
		}
	}
	return path.String()
}

// consumerBefore returns the tool that an argument at offset is of, from the words
// of the command before it on its line, or "".
func consumerBefore(text string, offset int) string {
	const maxCommand = 200 // bytes
	line := text[max(0, offset-maxCommand):offset]
	return recognize.ConsumerBefore(line[strings.LastIndexAny(line, "\r\n")+1:])
}

func isIndex(name string) bool { return name != "" && strings.Trim(name, "0123456789") == "" }

// assignmentLists are the keys of lists of NAME=value, in lower case. Source:
// the Compose specification, environment and build args.
var assignmentLists = map[string]bool{"environment": true, "args": true}

// cutAssignments takes the names off the items of such lists.
func cutAssignments(pieces []piece.Piece) {
	for i := range pieces {
		p := &pieces[i]
		list, index := piece.SplitKey(p.Key)
		if _, last := piece.SplitKey(list); p.Kind != piece.Value || !isIndex(index) || !assignmentLists[strings.ToLower(last)] {
			continue
		}
		name, value, ok := strings.Cut(p.Text, "=")
		if !ok || value == "" || strings.ContainsAny(name, " \t\r\n;:/-") {
			continue
		}
		key := source.Span{Start: 0, End: len(name)}
		rest := source.Span{Start: len(name) + 1, End: len(p.Text)}
		cut := p.Cut(rest)
		cut.Key, cut.KeySpan = heldBy(list, name, ""), p.Map.Span(key)
		*p = cut
	}
}
