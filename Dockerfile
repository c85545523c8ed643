FROM golang:1-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /kustoconn ./cmd/kustoconn

FROM alpine:3
# git tells which files are a repository's. The mounted ones belong to another
# user, which git refuses unless it is told not to.
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /kustoconn /usr/local/bin/kustoconn
USER nobody
WORKDIR /work
ENTRYPOINT ["kustoconn"]
CMD ["lint"]
