module kustoconn/internal/tools

go 1.25.0

replace kustoconn => ../..
