package quote_test

import (
	"fmt"

	"kustoconn/internal/quote"
)

func Example() {
	fmt.Println(quote.Keyword("a=b") + "=" + quote.Value(`say "x";`))
	fmt.Println(quote.Undouble(`say ""x"";`, '"'))
	fmt.Println(quote.UndoubleKeyword("a==b"))
	// Output:
	// a==b="say ""x"";"
	// say "x";
	// a=b
}
