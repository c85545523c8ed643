package convert

import "kustoconn/schema"

// ValueError is the error of a value that a target cannot hold.
type ValueError = valueError

// Mode returns the authentication of c.
func Mode(c *Connection) schema.ModeID { return c.mode }
