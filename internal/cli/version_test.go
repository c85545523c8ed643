package cli

import (
	"runtime/debug"
	"testing"
)

func TestRevisionOf(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef"}
	for _, tt := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{nil, ""},
		{[]debug.BuildSetting{{Key: "vcs.modified", Value: "true"}}, ""},
		{[]debug.BuildSetting{revision, {Key: "vcs.modified", Value: "false"}}, " (0123456789ab)"},
		{[]debug.BuildSetting{{Key: "vcs.modified", Value: "true"}, revision}, " (0123456789ab, modified)"},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: "7"}}, " (7)"},
	} {
		if got := revisionOf(tt.settings); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.settings, got, tt.want)
		}
	}
}
