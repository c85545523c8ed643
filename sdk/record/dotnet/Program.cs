// Reads probes, JSON lines of id, group and s or w, on standard input and
// writes what DbConnectionStringBuilder makes of each as a line on standard
// output.
using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
using var output = new StreamWriter(Console.OpenStandardOutput());
using var input = new StreamReader(Console.OpenStandardInput());
while (input.ReadLine() is { } line)
{
    var row = JsonNode.Parse(line)!.AsObject();
    Record(row);
    output.WriteLine(row.ToJsonString());
}

static void Record(JsonObject row)
{
    var builder = new DbConnectionStringBuilder();
    try
    {
        if (row["w"] is JsonArray assignments)
        {
            foreach (var assignment in assignments)
            {
                builder[(string)assignment![0]!] = (string?)assignment[1];
            }
        }
        else
        {
            builder.ConnectionString = (string)row["s"]!;
        }
    }
    catch (ArgumentException e)
    {
        row["ok"] = false;
        row["error"] = e.GetType().Name;
        row["message"] = e.Message;
        var index = Regex.Match(e.Message, @"starting at index (\d+)\.");
        if (index.Success)
        {
            row["index"] = int.Parse(index.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        return;
    }
    row["ok"] = true;
    row["pairs"] = new JsonArray(builder.Keys.Cast<string>()
        .Select(key => (JsonNode)new JsonArray(key, (string)builder[key]))
        .ToArray());
    row["out"] = builder.ConnectionString;
    row["roundTrips"] = RoundTrips(builder);
}

static bool RoundTrips(DbConnectionStringBuilder builder)
{
    try
    {
        return new DbConnectionStringBuilder { ConnectionString = builder.ConnectionString }.EquivalentTo(builder);
    }
    catch (ArgumentException)
    {
        return false;
    }
}
