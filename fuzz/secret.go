package fuzz

import (
	"strings"

	"kustoconn/fuzz/draw"
)

// Planted is a string that holds secrets, well-formed or not. No output for
// people, logs or tools may hold four bytes in a row of any of them: nothing
// else in the string does, nor any keyword or message.
type Planted struct {
	Text    string
	Secrets []string
}

// secretPlants are the places where secrets stand in real strings and in
// broken ones. KEY is a keyword of a secret property, and each SECRET another
// secret.
var secretPlants = []string{
	"KEY=SECRET", `KEY="SECRET"`, "KEY='SECRET'", `KEY="SECRET;SECRET"`, `KEY="SECRET""SECRET"`, "KEY = SECRET ", "KEY=SECRET=SECRET",
	"KEY=SECRET;KEY=SECRET", "KEY=SECRET;KEY=",
	// A quotation mark that is not closed, or closed too early.
	`KEY="SECRET`, "KEY='SECRET", `KEY="SECRET"SECRET`, `KEY="SECRET";SECRET`, `KEY=SECRET"`, `KEY=SECRET"SECRET"`, `KEY=''SECRET`,
	// A semicolon in a bare secret.
	"KEY=SECRET;SECRET", "KEY=SECRET;SECRET=a", "KEY=SECRET;SECRET=SECRET", "KEY=SECRET;SECRET=;SECRET=a", "KEY=SECRET;;SECRET=a", "KEY=SECRET; 'SECRET'=a",
	"KEY=SECRET;=SECRET", "KEY=SECRET;@SECRET", "KEY=SECRET;x://SECRET",
	// Characters that no secret can hold.
	"KEY=SECRET\x01SECRET", "KEY=SECRET\x00SECRET", "KEY=\"SECRET\x00SECRET\"", "KEY=SECRET\xffSECRET", "KE\x01Y=SECRET",
	// Another sign than '=', or two of them.
	"KEY:SECRET", "KEY:SECRET=a", "KEY SECRET", "KEY==SECRET", "KEY==SECRET=a", "KEY===SECRET", "=SECRET", "SECRET",
	// A keyword that is not one.
	"Foo=SECRET", "AppKye=SECRET", `"KEY"=SECRET`, "[KEY]=SECRET", "KEY\t=SECRET", "\ufeffKEY=SECRET", "AccountKey=SECRET", "SharedAccessKey='SECRET'",
	// Inside another value.
	"Data Source=https://u:SECRET@help.kusto.windows.net", "Data Source='https://u:SECRET@help.kusto.windows.net/Db'", "Server=u:SECRET@help",
	"Data Source=https://u:SECRET@SECRET@help.kusto.windows.net", "Data Source=https://u:SECRET/SECRET@help.kusto.windows.net",
	"Data Source=https://c.kusto.windows.net,AppKey=SECRET", "Data Source=https://c.kusto.windows.net?AppKey=SECRET", "Database=a,AppKey=SECRET",
	"Database=a\nAppKey=SECRET", "Application Name for Tracing=a Password=SECRET",
	"https://u:SECRET@help.kusto.windows.net", // 007, or the prefix
}

// firstPlants can stand in front only.
var firstPlants = []string{
	"https://u:SECRET@help.kusto.windows.net/Db", "https://u:SECRET:SECRET@help", "https://c.kusto.windows.net?AppKey=SECRET", "u:SECRET@help",
	"KEY:SECRET", "KEY SECRET", "https://u:SECRET\x01@help", "@u:SECRET@help",
}

// PlantedSecrets draws strings with secrets in every place where a parser may
// take them for something else: behind a quotation mark that is never closed,
// in a keyword, in the password of a URI, behind a semicolon.
func PlantedSecrets() draw.Generator[Planted] {
	return draw.Custom(func(t draw.T) Planted {
		var p Planted
		var segments []string
		if draw.Bool().Draw(t) {
			segments = append(segments, p.plant(t, firstPlants))
		} else {
			segments = append(segments, draw.SampledFrom([]string{"https://help.kusto.windows.net", "@help/Samples", "Fed=true", ""}).Draw(t))
		}
		for range draw.IntRange(0, 2).Draw(t) {
			segments = append(segments, p.plant(t, secretPlants))
		}
		segments = append(segments, draw.SliceOfN(draw.SampledFrom(neutral), 0, 2).Draw(t)...)
		p.Text = strings.Join(segments, ";")
		return p
	})
}

func (p *Planted) plant(t draw.T, plants []string) string {
	plant := draw.SampledFrom(plants).Draw(t)
	keyword := draw.SampledFrom([]string{"AppKey", "Application Key", "User Token", "UsrToken", "AppToken", "Password", "pwd", "Application Certificate Blob"})
	plant = strings.ReplaceAll(plant, "KEY", keyword.Draw(t))
	for strings.Contains(plant, "SECRET") {
		// No keyword, rule or message holds four of these in a row.
		secret := draw.StringOfN("QZJKVW", 6, 12).Draw(t)
		p.Secrets = append(p.Secrets, secret)
		plant = strings.Replace(plant, "SECRET", secret, 1)
	}
	return plant
}
