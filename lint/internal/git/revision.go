package git

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
)

var (
	errNoRevision = errors.New("it names no commit of the repository")
	errAmbiguous  = errors.New("several commits start with these digits")
)

// minAbbreviation is how many digits of a hash name it, at least, as git has it.
const minAbbreviation = 4

// revision returns the commit that a text names: HEAD or "@", a branch, a tag, a
// remote's branch, a full reference, a hash or the start of one, and behind it any of
// ~, ~N, ^, ^N, ^0 and ^{commit}. The error repeats nothing of the text.
//
// Source: gitrevisions(7); times ("main@{yesterday}"), searches (":/text") and
// describe's output are left out.
func (r *Repository) revision(text string) (ID, error) {
	base := len(text)
	if i := strings.IndexAny(text, "~^"); i >= 0 {
		base = i
	}
	id, err := r.named(text[:base])
	if err != nil {
		return "", err
	}
	commit, err := r.peel(id)
	for rest := text[base:]; rest != "" && err == nil; {
		commit, rest, err = r.step(commit, rest)
	}
	if err != nil {
		return "", err
	}
	return commit.ID, nil
}

// step goes from a commit to the one that the first suffix leads to.
func (r *Repository) step(from *Commit, suffix string) (to *Commit, rest string, err error) {
	sign, rest := suffix[0], suffix[1:]
	for _, same := range []string{"{commit}", "{}"} {
		if after, ok := strings.CutPrefix(rest, same); ok && sign == '^' {
			return from, after, nil
		}
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	rest = rest[len(digits):]
	n := 1
	if digits != "" {
		if n, err = strconv.Atoi(digits); err != nil {
			return nil, "", errNoRevision
		}
	}
	if rest != "" && rest[0] != '~' && rest[0] != '^' {
		return nil, "", errNoRevision
	}
	parent, steps := 0, n
	if sign == '^' {
		parent, steps = n-1, min(n, 1)
	}
	for range steps {
		if parent >= len(from.parents) {
			return nil, "", errNoRevision
		}
		if from, err = r.commit(r.objects, from.parents[parent]); err != nil {
			return nil, "", err
		}
	}
	return from, rest, nil
}

// named returns the object of a reference, or of a hash.
func (r *Repository) named(name string) (ID, error) {
	switch {
	case name == "" || name == "@":
		name = "HEAD"
	case len(name) == 2*r.hashSize && isHex(name):
		id, _ := hex.DecodeString(name)
		return ID(id), nil
	}
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, " :?*[\\\x7f") || strings.IndexFunc(name, unicode.IsControl) >= 0 {
		return "", errNoRevision
	}
	rules := []string{"refs/", "refs/tags/", "refs/heads/", "refs/remotes/"}
	if isPseudo(name) || strings.HasPrefix(name, "refs/") {
		rules = append([]string{""}, rules...)
	}
	for _, prefix := range rules {
		if id, err := r.resolve(prefix + name); err != nil || id != "" {
			return id, err
		}
	}
	if id, err := r.resolve("refs/remotes/" + name + "/HEAD"); err != nil || id != "" {
		return id, err
	}
	return r.abbreviated(name)
}

// isPseudo reports whether a name is one of those that stand beside refs/, such as
// HEAD and ORIG_HEAD: no other file there is a reference.
func isPseudo(name string) bool {
	return name == "HEAD" || strings.HasSuffix(name, "_HEAD") && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == ""
}

func isHex(text string) bool { return strings.Trim(text, "0123456789abcdefABCDEF") == "" }

// abbreviated returns the one object with that start of its hash from which a commit
// is reached.
func (r *Repository) abbreviated(prefix string) (ID, error) {
	prefix = strings.ToLower(prefix)
	if len(prefix) < minAbbreviation || len(prefix) > 2*r.hashSize || !isHex(prefix) {
		return "", errNoRevision
	}
	found := map[ID]bool{}
	for _, id := range r.objects.withPrefix(prefix) {
		if _, err := r.peel(id); err == nil {
			found[id] = true
		}
	}
	for id := range found {
		if len(found) > 1 {
			return "", errAmbiguous
		}
		return id, nil
	}
	return "", errNoRevision
}

// withPrefix returns the objects whose hash starts with some digits, four at least.
func (s *store) withPrefix(prefix string) (all []ID) {
	for _, dir := range s.dirs {
		entries, _ := os.ReadDir(filepath.Join(dir, prefix[:2]))
		for _, e := range entries {
			name := prefix[:2] + e.Name()
			if id, err := hex.DecodeString(name); err == nil && len(id) == s.hashSize && strings.HasPrefix(name, prefix) {
				all = append(all, ID(id))
			}
		}
	}
	s.packOnce.Do(s.findPacks)
	for _, p := range s.packs {
		all = append(all, p.withPrefix(prefix)...)
	}
	return all
}

// withPrefix returns the pack's objects whose hash starts with some digits.
func (p *pack) withPrefix(prefix string) (all []ID) {
	first, _ := hex.DecodeString(prefix + strings.Repeat("0", 2*p.hashSize-len(prefix)))
	if p.open() != nil {
		return nil
	}
	for i := p.search(ID(first)); i < p.fanout[255]; i++ {
		name := p.nameOf(i)
		if !strings.HasPrefix(hex.EncodeToString(name), prefix) || name == nil {
			break
		}
		all = append(all, ID(name))
	}
	return all
}

// peel returns the commit that an object is, or that a tag leads to.
func (r *Repository) peel(id ID) (*Commit, error) {
	for range maxLinks {
		kind, data, err := r.objects.read(id, maxTree)
		switch {
		case err != nil:
			return nil, err
		case kind == commitObject:
			return parseCommit(id, data, r.hashSize)
		case kind != tagObject:
			return nil, errNoRevision
		}
		line, _, _ := strings.Cut(string(data[:min(len(data), 200)]), "\n")
		if id, err = r.parseID(strings.TrimPrefix(line, "object ")); err != nil {
			return nil, err
		}
	}
	return nil, errNoRevision
}
