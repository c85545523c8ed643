package code

// ada is Ada.
var ada = Language{
	Name: "ada", Extensions: []string{".ada", ".adb", ".ads"}, lineComments: []string{"--"},
	literals: []literalStart{{`"`, csharpVerbatim}}, joins: []string{"&"}, annotates: true,
}
