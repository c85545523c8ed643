package main

import (
	"fmt"
	"slices"
	"strings"
)

// target is a platform by Go's names.
type target struct{ os, arch string }

// targets are the platforms of a release.
var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

func (t target) String() string { return t.os + "/" + t.arch }

// name is t's part of a file's name.
func (t target) name() string { return t.os + "_" + t.arch }

// command is the file name of the command.
func (t target) command() string {
	if t.os == "windows" {
		return "kustoconn.exe"
	}
	return "kustoconn"
}

// archive is the file name of the archive of a version.
func (t target) archive(version string) string {
	ending := ".tar.gz"
	if t.os == "windows" {
		ending = ".zip"
	}
	return "kustoconn_" + version + "_" + t.name() + ending
}

// targetsNamed returns the targets that names lists, or all.
func targetsNamed(names string) ([]target, error) {
	if names == "all" {
		return targets, nil
	}
	var named []target
	for name := range strings.SplitSeq(names, ",") {
		i := slices.IndexFunc(targets, func(t target) bool { return t.String() == name })
		if i < 0 {
			return nil, fmt.Errorf("no target %q; there are %v", name, targets)
		}
		named = append(named, targets[i])
	}
	return named, nil
}
