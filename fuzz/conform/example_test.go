package conform_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"kustoconn/fuzz/conform"
)

// A parser in any language, behind a program that speaks the protocol.
func ExampleRun() {
	report, err := conform.Run(context.Background(), conform.Options{
		Command: []string{"python", "adapter.py"},
		Budget:  30 * time.Second,
		Seed:    1,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
}

func ExampleReport_WriteText() {
	report := conform.Report{Suite: 94, Seed: 1, Disagreements: []conform.Disagreement{{
		Name: "generated", Text: `a="b"`, Kinds: []string{"pairs"}, Difference: "pair 1:\n\t- [\"a\",\"b\"]\n\t+ [\"a\",\"\\\"b\\\"\"]",
	}}}
	if err := report.WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// generated: "a=\"b\""
	// 	pair 1:
	// 		- ["a","b"]
	// 		+ ["a","\"b\""]
	//    1 pairs
	// 94 cases of the suite, 0 generated strings (seed 1): 1 disagreements
}
