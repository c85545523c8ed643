module kustoconn

go 1.25
