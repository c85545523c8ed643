package vocabulary

// distance returns the optimal string alignment distance of a and b: the
// number of letters to insert, delete or replace, and of neighbours to swap
// (Damerau and Levenshtein's, no part edited twice). It returns limit+1 where
// that is more than limit, and costs at most len(a)·len(b). What both begin and
// end with changes nothing, and is most of two names that are close
// (BenchmarkSuggest).
func distance(a, b []rune, limit int) int {
	if abs(len(a)-len(b)) > limit {
		return limit + 1
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if limit == 0 || len(a) == 0 || len(b) == 0 {
		return min(max(len(a), len(b)), limit+1)
	}
	// Rows of the table: for a[:i-2], a[:i-1] and a[:i] against each b[:j].
	var few [3 * 33]uint16
	rows, n := few[:], len(b)+1
	if 3*n > len(few) {
		rows = make([]uint16, 3*n)
	}
	older, old, row := rows[:n], rows[n:2*n], rows[2*n:3*n]
	for j := range row {
		row[j] = uint16(j)
	}
	for i := 1; i <= len(a); i++ {
		older, old, row = old, row, older
		row[0] = uint16(i)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				row[j] = old[j-1]
			} else {
				row[j] = 1 + min(old[j-1], old[j], row[j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
			least = min(least, row[j])
		}
		if int(least) > limit+1 { // a swap can skip a row, so not least > limit
			return limit + 1
		}
	}
	return min(int(row[len(b)]), limit+1)
}

func abs(n int) int { return max(n, -n) }
