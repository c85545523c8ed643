package convert

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// errFormat is all that is said of a file that cannot be read: what is wrong
// with it in particular may quote a secret.
var errFormat = errors.New("it is not in the tool's format")

var errDatabases = errors.New("it names more than one database, and a connection string has one")

// propertiesEscaped writes a value of a Java properties file.
func propertiesEscaped(text string) string {
	quoted := escapes{map[rune]string{'\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`}, utf16Escapes}.literal(text)
	value := quoted[1 : len(quoted)-1]
	if strings.HasPrefix(value, " ") {
		value = `\` + value
	}
	var out strings.Builder
	for _, r := range value { // the format is Latin-1 to some readers
		if r > unicode.MaxASCII {
			out.WriteString(utf16Escapes(r))
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// propertiesUnescaped reads a value of a Java properties file.
func propertiesUnescaped(value string) string {
	var units []uint16
	var out strings.Builder
	flush := func() {
		out.WriteString(string(utf16.Decode(units)))
		units = units[:0]
	}
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			flush()
			out.WriteByte(value[i])
			continue
		}
		i++
		if value[i] == 'u' && i+4 < len(value) {
			if unit, err := strconv.ParseUint(value[i+1:i+5], 16, 16); err == nil {
				units = append(units, uint16(unit))
				i += 4
				continue
			}
		}
		flush()
		if at := strings.IndexByte("nrtf", value[i]); at >= 0 {
			out.WriteByte("\n\r\t\f"[at])
		} else {
			out.WriteByte(value[i])
		}
	}
	flush()
	return out.String()
}
