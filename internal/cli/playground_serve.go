//go:build playground && !wasm

package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"

	"kustoconn/internal/ioerror"
	"kustoconn/internal/playground"
)

// playground serves the page in the directory that args name, or this binary's.
func (a *app) playground(args []string, port int) error {
	page, ok := playground.Files()
	switch {
	case len(args) == 1:
		page = os.DirFS(args[0])
		if _, err := fs.Stat(page, "index.html"); err != nil {
			return errors.New("the directory holds no page; playground/build writes one to internal/playground/dist")
		}
	case !ok:
		return errors.New("this binary holds no page; playground/build makes one before the binary is built")
	}
	return a.servePlayground(page, port)
}

// servePlayground serves until a signal comes.
func (a *app) servePlayground(page fs.FS, port int) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return ioerror.New(ioerror.Reading, "the port", err)
	}
	fmt.Fprintf(a.stdout, "http://localhost:%d/\n", listener.Addr().(*net.TCPAddr).Port)
	if err := a.stdout.Flush(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), endings...)
	defer stop()
	server := &http.Server{Handler: playground.Handler(page), ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() }) // which ends Serve
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return ioerror.New(ioerror.Reading, "the port", err)
	}
	return nil
}
