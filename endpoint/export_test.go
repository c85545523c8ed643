package endpoint

// What the external tests see of the inside.

const (
	AtSign          = atSign
	PlayFab         = playFab
	Security        = security
	Other           = otherService
	Backslash       = backslash
	BadHostChar     = badHostChar
	BadPercent      = badPercent
	BadPort         = badPort
	BadScheme       = badScheme
	BadShorthand    = badShorthand
	Confusable      = confusable
	ControlChar     = controlChar
	DataExplorer    = dataExplorer
	DatabaseNUL     = databaseNUL
	DatabaseNotUTF8 = databaseNotUTF8
	Embedded        = embeddedDomain
	EmptyLabel      = emptyLabel
	ExtraAt         = extraAt
	Fabric          = fabric
	FullWidth       = fullWidth
	WithoutDot      = withoutDot
	IdeographicStop = ideographicStop
	LongLabel       = longLabel
	MissingSlashes  = missingSlashes
	Monitor         = monitor
	NoHost          = noHost
	MixedScripts    = severalScripts
	NotUTF8         = notUTF8
	PercentInHost   = percentInHost
	ResourceGraph   = resourceGraph
	Synapse         = synapse
	TrailingDot     = trailingDot
	WhiteSpace      = whiteSpace
)

var (
	ErrMatchRule = errMatchRule
)

func (x *Endpoint) Loopback() bool { return x.loopback() }
