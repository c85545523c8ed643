package cli

import "os"

// endings are the signals that ask a command to end in order. Nothing sends them here.
var endings = []os.Signal{os.Interrupt}

func ignoreClosedPipes() {}
