//go:build !wasm

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

	"github.com/spf13/cobra"

	"kustoconn/internal/ioerror"
	"kustoconn/playground"
)

func (a *app) playgroundCommand() *cobra.Command {
	port := 0
	cmd := &cobra.Command{
		Use:   "playground [DIR]",
		Short: "Serve the page on which strings are tried out, on this machine",
		Long: `Serve the playground, a page that checks, explains and converts strings in the
browser, to the browsers of this machine alone, until the command is interrupted. What
is written on the page stays there. The page is that of the binary, where it holds one,
or the one that playground/build wrote to DIR; see docs/playground.md.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			page, ok := playground.Files()
			switch {
			case len(args) > 1:
				return errors.New(`"kustoconn playground" takes one directory`)
			case len(args) == 1:
				page = os.DirFS(args[0])
				if _, err := fs.Stat(page, "index.html"); err != nil {
					return errors.New("the directory holds no page; playground/build writes one to playground/dist")
				}
			case !ok:
				return errors.New("this binary holds no page; name the directory to which playground/build wrote one")
			}
			return a.servePlayground(page, port)
		},
	}
	cmd.Flags().IntVar(&port, "port", 0, "the port to serve on (default: a free one)")
	return cmd
}

// servePlayground serves until a signal comes.
func (a *app) servePlayground(page fs.FS, port int) error {
	if port < 0 || port > 65535 {
		return errors.New("--port takes a number up to 65535")
	}
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
