package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"sync"
)

// judgings are the configurations of directories, each read once.
type judgings struct {
	judge    func(dir string, settings []byte) (*Judging, error)
	mu       sync.Mutex
	settings []byte // of the editor, as JSON; nil for none
	known    map[string]*Judging
	told     map[string]bool // errors
}

// set takes in the editor's settings: an object, or null.
func (j *judgings) set(settings json.RawMessage) {
	if text := bytes.TrimSpace(settings); len(text) == 0 || text[0] != '{' || string(text) == "{}" {
		settings = nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.settings = settings
}

func (j *judgings) forget() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.known, j.told = nil, nil
}

// of returns how files of dir are judged. trouble is what to tell of its
// configuration, once.
func (j *judgings) of(dir string) (judging *Judging, trouble error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if known := j.known[dir]; known != nil {
		return known, nil
	}
	judging, err := j.judge(dir, j.settings)
	if err != nil {
		if j.told == nil {
			j.told = map[string]bool{}
		}
		if !j.told[err.Error()] {
			trouble = err
		}
		j.told[err.Error()] = true
	}
	if j.known == nil {
		j.known = map[string]*Judging{}
	}
	j.known[dir] = judging
	return judging, trouble
}

// judging is judgings.of, and says what is wrong with a configuration.
func (s *server) judging(ctx context.Context) func(dir string) *Judging {
	return func(dir string) *Judging {
		judging, trouble := s.judgings.of(dir)
		if trouble != nil {
			const warning = 2
			s.background(func() {
				s.notify("window/showMessage", object{"type": warning, "message": "kustoconn: " + trouble.Error()})
			})
		}
		return judging
	}
}

// isConfiguration reports whether a URI names a configuration file.
func isConfiguration(uri string) bool {
	return slices.Contains([]string{".kustoconn.yaml", ".kustoconn.yml", ".kustoconn.toml"}, filepath.Base(pathOf(uri)))
}
