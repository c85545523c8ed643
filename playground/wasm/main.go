//go:build js && wasm

// Command wasm is the command kustoconn for a page in a browser. It gives the page, in a
// global object kustoconn, three functions: run runs a command on a text, serve is the
// language server, and name guesses by what file name a text is read. There are no files and
// there is no network.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"syscall/js"

	"kustoconn/internal/cli"
	"kustoconn/lint"
)

func main() {
	js.Global().Set("kustoconn", js.ValueOf(map[string]any{"run": js.FuncOf(run), "serve": js.FuncOf(serve), "name": js.FuncOf(name)}))
	select {}
}

// run takes the arguments of a command and its standard input, and returns its exit code
// and what it prints.
func run(_ js.Value, given []js.Value) any {
	args := make([]string, given[0].Length())
	for i := range args {
		args[i] = given[0].Index(i).String()
	}
	var out, errs bytes.Buffer
	code := cli.Main(args, strings.NewReader(given[1].String()), &out, &errs)
	return map[string]any{"code": code, "out": out.String(), "err": errs.String()}
}

// name takes a text and returns by what file name it is read; "" for one connection string.
func name(_ js.Value, given []js.Value) any { return lint.GuessName(given[0].String()) }

// serve starts the language server: given what takes its messages, it returns what sends
// it one. Messages are JSON without a frame.
func serve(_ js.Value, given []js.Value) any {
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	go func() {
		cli.Main([]string{"lsp", "--no-config"}, in, out, io.Discard)
		out.Close()
	}()
	go receive(bufio.NewReader(fromServer), given[0])
	messages := make(chan string, 100)
	go func() {
		for message := range messages {
			fmt.Fprintf(toServer, "Content-Length: %d\r\n\r\n%s", len(message), message)
		}
	}()
	return js.FuncOf(func(_ js.Value, given []js.Value) any {
		messages <- given[0].String()
		return nil
	})
}

// receive gives the messages of the server to take, until there are no more.
func receive(in *bufio.Reader, take js.Value) {
	for {
		length := 0
		if _, err := fmt.Fscanf(in, "Content-Length: %d\r\n\r\n", &length); err != nil {
			return
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(in, body); err != nil {
			return
		}
		take.Invoke(string(body))
	}
}
