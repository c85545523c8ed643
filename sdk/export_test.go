package sdk

// What the external tests see of the inside.

const (
	Guarded = supportGuarded
	Refused = supportRefused
	Taken   = supportTaken
	Unused  = supportUnused
)

var (
	Find = find
)

func (x *Finding) Clause() string { return x.clause() }
