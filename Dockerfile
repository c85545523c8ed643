FROM golang:1-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /kustoconn ./cmd/kustoconn

FROM alpine:3
COPY --from=build /kustoconn /usr/local/bin/kustoconn
USER nobody
WORKDIR /work
ENTRYPOINT ["kustoconn"]
CMD ["lint"]
