// Package oracles holds tests alone: they hold the hand-written readers of
// package lint against the parsers of others, which no user of this module
// should have to download. The shell's is mvdan.cc/sh, Markdown's goldmark,
// YAML's go.yaml.in/yaml and that of programs chroma.
//
// An oracle says where a word, a scalar or a piece of code stands and what it
// unescapes to. The texts are made by rapid, and are the files of the module
// cache with a connection string planted in one of their places.
package oracles
