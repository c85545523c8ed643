// Package redact is the one home of masking: what in a text is secret, and the
// text as it may be shown. It masks by span, never by pattern, and fails
// closed: what may be a piece of a secret is masked.
//
// Secrets says which bytes of a string are secret, Of gives the masked view
// that every output goes through, View.Edited the masked text as a fix leaves
// it. Copy masks the strings in a stream of any text: logs, tickets, JSON lines;
// NewWriter and NewHandler do so for what a program logs, Text and Field in memory.
//
// In the flow it stands behind bind, which gives a string its meaning, and
// before normalize and validate, whose output it masks.
package redact

// Mask is what stands in place of a secret wherever text is shown.
const Mask = "****"
