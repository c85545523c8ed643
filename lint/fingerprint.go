package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// setFingerprints gives each finding what tells it from the others of its
// file and stays when lines are put above it: its rule, the file, the masked
// string, and the how-manieth of these it is.
func (f *File) setFingerprints() {
	seen := map[string]int{}
	for i := range f.Findings {
		found := &f.Findings[i]
		masked := ""
		if found.String >= 0 {
			masked = f.Strings[found.String].Masked
		}
		content := fmt.Sprintf("%s\x00%s\x00%s", found.Diagnostic.Code, f.Path, masked)
		n := seen[content]
		seen[content]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", content, n))
		found.Fingerprint = hex.EncodeToString(sum[:16])
	}
}
