package redact

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/vocabulary"
)

// A value may be that of a member of an object as languages print it, Config(appKey=…, other=y), where the
// next member ends it.

// isAmidMembers reports whether what stands before a name on its line is the start of an object with
// members as languages print it, or others of it: Config(appKey=, {Cluster:help AppKey:.
func isAmidMembers(before string) bool {
	open := strings.LastIndexAny(before, "([{")
	if open < 0 || strings.LastIndexAny(before, ")]}\"'") > open {
		return false
	}
	last := strings.TrimRight(before[open:], " ")
	return len(last) == 1 || last[len(last)-1] == ',' || before[len(before)-1] == ' ' && strings.IndexByte(last, ':') > 0
}

// isAmidMembersOfGo reports whether what stands before a name is the start of an object as Go prints
// it, with no blank behind a colon. In YAML there is one, and a secret may hold a colon.
func isAmidMembersOfGo(before string) bool {
	open := strings.LastIndexAny(before, "[{")
	members := strings.TrimRight(before[open+1:], " ")
	if members == "" {
		return strings.HasSuffix(before[:open+1], "map[") || strings.HasSuffix(before[:open+1], "&{")
	}
	return startsMember(lastWord(members))
}

// membersEnd returns where the value of an object's member ends in text, which a blank starts: before
// the next one, or the bracket that ends all; 0 if neither is near.
func membersEnd(text string) int {
	const longest = 128
	for at := range min(len(text), longest) {
		switch c := text[at]; {
		case strings.IndexByte(")]}", c) >= 0:
			return at
		case c == ' ' && startsMember(text[at+1:]):
			return at
		case c == ',':
			name, _, found := strings.Cut(strings.TrimLeft(text[at+1:min(len(text), at+longest)], " "), "=")
			if name = strings.TrimRight(name, " "); found && name != "" && isName(name) {
				return at
			}
		}
	}
	return 0
}

// startsMember reports whether text starts with the name of a member as Go prints it, and its value.
func startsMember(text string) bool {
	name, value, found := strings.Cut(text[:min(len(text), longestSegment)], ":")
	return found && name != "" && ascii.IsLetter(name[0]) && isName(name) && (value == "" || !isBlankByte(value[0]))
}

// isNextMember reports whether text is an argument behind one that is a secret's, or starts with a member of
// an object of Ruby: pwd=None, **more; #<Config @password=nil, @other=7>.
func isNextMember(text string) bool {
	if name := strings.TrimLeft(text, "*"); len(name) < len(text) {
		name = strings.TrimRight(name, "),")
		return isName(name) && !vocabulary.IsMixed(name)
	}
	member, isMember := strings.CutPrefix(text, "@")
	name, _, found := strings.Cut(member, "=")
	return isMember && found && name != "" && isName(name)
}
