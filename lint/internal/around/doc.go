// Package around says how far a string found in a file certainly goes, and whether
// it may be a part of a secret that begins before it or ends behind it: a secret with
// a semicolon, a quotation mark or a blank in it looks like the start or the end of a
// string. What is not certain a report does not show, and no fix changes.
//
// It stands behind package recognize, which finds the string, and package bind. All
// functions take any text and cost one pass over what they are given.
package around
