package redact_test

import (
	"strings"
	"testing"
)

// A line in UTF-16 ends where its letters do, not where a byte of one looks like a line
// end, and what is no letter is copied all the same.
func TestUTF16Streams(t *testing.T) {
	for _, word := range []string{"word", "a\u0a00b", "\u0a41\u0a42", "\u010a\u020a", "\u0a0d", "日本語のログ", "😊", "中\n文"} {
		long := 3
		if word == "word" {
			long = 300 << 10
		}
		for _, big := range []bool{false, true} {
			for _, mark := range []string{"", "\ufeff"} {
				log := "INFO start\r\n" + word + "\nhttps://c.kusto.windows.net;Fed=true;AppKey=S\r\n" + word + " AppKey=S\n" + word + "\nlast" + strings.Repeat(" ", long) + "User Token=S;Database=x\n"
				written := inUTF16(mark+strings.ReplaceAll(log, "S", smallMarker), big)
				want := inUTF16(mark+strings.ReplaceAll(log, "S", "****"), big)
				if got := copied(t, written); got != want {
					t.Errorf("%q, big %t, mark %q: %.600q", word, big, mark, got)
				}
			}
		}
	}
	for _, units := range []string{"\x00\xd8a\x00b\x00\n\x00", "a\x00b\x00\x00\xdc\n\x00x", "\xff\xfe\x3d\xd8\x00\x00c\x00"} {
		if got := copied(t, units); got != units {
			t.Errorf("%q becomes %q", units, got)
		}
	}
}

// A log may go on in the other encoding, which another program appended.
func TestLogsOfTwoEncodings(t *testing.T) {
	const line = "2024-05-01 10:00:00 INFO using AppKey=S now\n"
	secret, masked := strings.ReplaceAll(line, "S", smallMarker), strings.ReplaceAll(line, "S", "****")
	for _, big := range []bool{false, true} {
		log := secret + inUTF16(secret+secret, big) + secret + inUTF16(secret, big)
		want := masked + inUTF16(masked+masked, big) + masked + inUTF16(masked, big)
		if got := copied(t, log); got != want {
			t.Errorf("%q becomes %q", log, got)
		}
	}
}
