// Command rename gives the module another path, everywhere: in the go.mod files
// of the module and of those nested in it, in imports, and wherever a text names
// one of its packages or the module itself. It is what publishing takes:
//
//	go run -C internal/tools ./rename github.com/OWNER/kustoconn
//	git commit -a -m "The module is github.com/OWNER/kustoconn"
//	git tag v0.2.0 && git push --tags
//
// and then "go get github.com/OWNER/kustoconn" and "go install
// github.com/OWNER/kustoconn/cmd/kustoconn@latest" work. The package's name, the
// program's and those of formats and files ("kustoconn/v1" in reports, .kustoconn.toml)
// stay as they are. A second run with another path renames it again.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	root := flag.String("root", "../..", "the module's folder")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: rename [-root FOLDER] NEW/PATH")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	changed, err := Rename(*root, flag.Arg(0))
	for _, name := range changed {
		fmt.Println(name)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "rename:", err)
		os.Exit(1)
	}
}
