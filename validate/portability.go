package validate

// The portability rules, which package sdk reports for the clients that a
// user names.

var rejectedByClient = Rule{
	ID:    RejectedByClient,
	Since: "0.1.0",
	Doc: "A client that you target refuses the string, although the language allows it: it does not know or\n" +
		"does not support a keyword, or it stumbles over quotation marks, white space or an empty value. Write\n" +
		"the string as that client takes it too, or set the property in its code.\n\n" +
		"Source: recorded answers of the client, at the version that the report names. For .NET, whose client\n" +
		"was not recorded, the report says what is not verified.",
	Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Enforce MFA=true",
	Good: "https://help.kusto.windows.net/Samples;Fed=true",
}

var readDifferentlyByClient = Rule{
	ID:    ReadDifferentlyByClient,
	Since: "0.1.0",
	Doc: "A client that you target accepts the string but sees another value in it than the documentation\n" +
		"means: it keeps quotation marks as part of a value, say, or takes another of two duplicates. The same\n" +
		"string then connects to something else, or as someone else, depending on the client. Write the\n" +
		"value in a form that all clients read alike.\n\n" +
		"Source: recorded answers of the client, at the version that the report names.",
	Bad:  `https://help.kusto.windows.net;Initial Catalog="Samples"`,
	Good: "https://help.kusto.windows.net;Initial Catalog=Samples",
}

var crashesClient = Rule{
	ID:    CrashesClient,
	Since: "0.1.0",
	Doc: "A client that you target ends with a panic or an internal error on the string instead of an error\n" +
		"that a program can handle. Do not hand it this string: take out the pair that the report points at.\n\n" +
		"Source: recorded answers of the client, at the version that the report names.",
	Bad:  "https://help.kusto.windows.net/Samples;Fed=",
	Good: "https://help.kusto.windows.net/Samples;Fed=false",
}

var leakedByClientError = Rule{
	ID:    LeakedByClientError,
	Since: "0.1.0",
	Doc: "A client that you target refuses the string with an error text that holds one of its secrets. Errors\n" +
		"are logged and shown, and the secret with them. Correct the string before it reaches that client; if\n" +
		"it has reached it, look through the logs and replace the secret.\n\n" +
		"Source: recorded answers of the client, at the version that the report names.",
	Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppKey=invented;secret",
	Good: `https://help.kusto.windows.net/Samples;Fed=true;AppKey="invented;secret"`,
}

var ignoredByClient = Rule{
	ID:    IgnoredByClient,
	Since: "0.1.0",
	Doc: "A client that you target accepts a property and does nothing with it, so that what you ask for does\n" +
		"not happen and nothing says so. Set it in the client's code, where it can be set there, or remove it.\n\n" +
		"Source: recorded answers of the client, at the version that the report names.",
	Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Application Certificate SendX5c=true",
	Good: "https://help.kusto.windows.net/Samples;Fed=true",
}
