package redact_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// ordinary are lines as well-known programs log them, with letters in braces for what
// changes: a number, a word, an address, a time.
var ordinary = []string{
	// nginx, Apache
	`{ip} - - [01/May/2024:10:{2}:{2} +0000] "GET /v1/{w}/{n}?page={n}&sort={w}&key={w} HTTP/1.1" 200 {n} "https://example.com/{w}?q={w}%20{w}" "Mozilla/5.0 (X11; Linux x86_64; rv:{n}.0)"`,
	`{ip} - bob [01/May/2024:10:{2}:{2} +0000] "POST /reset-password/{n} HTTP/2.0" 302 {n} "-" "curl/8.{n}"`,
	`2024/05/01 10:{2}:{2} [error] {n}#{n}: *{n} open() "/srv/{w}/{w}.html" failed (2: No such file or directory), client: {ip}, server: example.com, request: "GET /{w} HTTP/1.1"`,
	`{ip} - - [01/May/2024:10:{2}:{2} +0000] "GET /login?next=%2F{w}%3Fid%3D{n}&user={w} HTTP/1.1" 401 {n}`,
	// sshd, PAM, sudo, systemd, cron, the kernel
	`May  1 10:{2}:{2} web1 sshd[{n}]: Failed password for invalid user {w} from {ip} port {n} ssh2`,
	`May  1 10:{2}:{2} web1 sshd[{n}]: Accepted password for bob from {ip} port {n} ssh2`,
	`May  1 10:{2}:{2} web1 sshd[{n}]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost={ip}  user=root`,
	`May  1 10:{2}:{2} web1 sudo[{n}]:      bob : TTY=pts/{n} ; PWD=/home/bob/{w} ; USER=root ; COMMAND=/usr/bin/{w} -v {n}`,
	`May  1 10:{2}:{2} web1 systemd[1]: Started Forward Password Requests to Wall Directory Watch.`,
	`May  1 10:{2}:{2} web1 unix_chkpwd[{n}]: password check failed for user (bob)`,
	`May  1 10:{2}:{2} web1 passwd[{n}]: pam_unix(passwd:chauthtok): password changed for bob`,
	`May  1 10:{2}:{2} web1 kernel: [{n}.{n}] audit: type=1400 audit({n}.{n}:{n}): apparmor="DENIED" operation="open" profile="/usr/bin/{w}" name="/proc/{n}/{w}" pid={n} comm="{w}" requested_mask="r"`,
	`May  1 10:{2}:{2} web1 CRON[{n}]: (root) CMD (test -x /usr/sbin/{w} || {{ cd / && run-parts --report /etc/{w}; }})`,
	// PostgreSQL, MySQL, Redis, Kafka
	`2024-05-01 10:{2}:{2}.{n} UTC [{n}] FATAL:  password authentication failed for user "{w}"`,
	`2024-05-01 10:{2}:{2}.{n} UTC [{n}] DETAIL:  Connection matched pg_hba.conf line {n}: "host all all all scram-sha-256"`,
	`2024-05-01 10:{2}:{2} UTC [{n}] LOG:  duration: {n}.{n} ms  statement: SELECT key, token FROM {w} WHERE id = {n} AND name = 'it''s {w}'`,
	`2024-05-01T10:{2}:{2}.{n}Z {n} [Note] Access denied for user '{w}'@'{ip}' (using password: YES)`,
	`2024-05-01T10:{2}:{2}.{n}Z {n} [Warning] [MY-010068] [Server] CA certificate ca.pem is self signed.`,
	`{n}:M 01 May 2024 10:{2}:{2}.{n} * DB saved on disk; {n} keys in {n} seconds`,
	`[2024-05-01 10:{2}:{2},{n}] INFO [GroupCoordinator {n}]: Preparing to rebalance group {w}-{n} in state Stable with old generation {n} (__consumer_offsets-{n}) (kafka.coordinator.group.GroupCoordinator)`,
	// Kubernetes, Docker, Go
	`I0501 10:{2}:{2}.{n}       1 controller.go:{n}] "Reconciling" key="default/{w}" controller="{w}" attempt={n}`,
	`{{"time":"2024-05-01T10:{2}:{2}Z","level":"INFO","msg":"request \"{w}\" done\n","user":"{w}","key":"{w}","took_ms":{n},"path":"C:\\logs\\{w}","url":"https://example.com/{w}?id={n}"}`,
	`{{"log":"{{\"level\":\"warn\",\"msg\":\"retry of \\\"{w}\\\"\",\"token\":\"{w}\"}\n","stream":"stderr","time":"2024-05-01T10:{2}:{2}.{n}Z"}`,
	`time="2024-05-01T10:{2}:{2}Z" level=info msg="loading plugin \"io.containerd.{w}.v1\"..." type=io.containerd.{w}.v1`,
	`time=2024-05-01T10:{2}:{2}Z level=ERROR msg="it's {w}; user token expired" user={w} api-key=abc{n} status=200; took={n}ms`,
	`panic: runtime error: index out of range [{n}] with length {n}`,
	`goroutine {n} [running]:`,
	`	/src/{w}/{w}.go:{n} +0x{n}f`,
	// Java, Python, .NET
	`	at com.example.{w}.AppKeyService$1.run(AppKeyService.java:{n})`,
	`	at com.example.{w}.{w}(PasswordEncoder.java:{n}) ~[app.jar!/:1.{n}]`,
	`2024-05-01 10:{2}:{2},{n} INFO  [main] c.e.{w}.Application - Started Application in {n}.{n} seconds (JVM running for {n}.{n})`,
	`Caused by: java.lang.IllegalStateException: Application {w} failed: state=STOPPED; retries={n}, last='{w}'`,
	`Traceback (most recent call last):`,
	`  File "/usr/lib/python3/{w}.py", line {n}, in get_user_token`,
	`KeyError: '{w}'`,
	`ERROR:root:can't parse '{w}' of "{w}": expected ; but found =`,
	`info: Microsoft.AspNetCore.Hosting.Diagnostics[{n}] Request starting HTTP/1.1 GET https://localhost:{n}/{w}?user={w} - -`,
	`warn: Microsoft.EntityFrameworkCore[{n}] Server=localhost;Database={w};Trusted_Connection=True;Encrypt=False is used in {w}`,
	// git, npm, apt, haproxy, Terraform
	`remote: Resolving deltas: 100% ({n}/{n}), done. To git@github.com:{w}/{w}.git from https://github.com/{w}/{w}`,
	`npm ERR! code E{n} npm ERR! 404 Not Found - GET https://registry.npmjs.org/{w}-{w} - Not found`,
	`Get:{n} http://deb.debian.org/debian bookworm/main amd64 {w} amd64 {n}.{n}-{n} [{n} kB]`,
	`haproxy[{n}]: {ip}:{n} [01/May/2024:10:{2}:{2}.{n}] {w} {w}/srv{n} {n}/0/{n}/{n}/{n} 200 {n} - - ---- {n}/{n}/{n}/{n}/0 0/0 "GET /{w} HTTP/1.1"`,
	`aws_instance.{w}[{n}]: Still creating... [{n}s elapsed]; the application key is not known yet`,
	`[32m[INFO][0m building {w} [2m(took={n}ms)[0m`,
	`the password of {w} is too old, and the user token for it expired; see https://example.com/password/reset#token`,
}

func ordinaryLog(lines int) string {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("alpha beta index worker order cache shard segment queue topic session upload retry default users orders main x500 it-is über")
	var b strings.Builder
	for range lines {
		template := ordinary[r.IntN(len(ordinary))]
		for {
			before, rest, ok := strings.Cut(template, "{")
			b.WriteString(before)
			if !ok {
				break
			}
			if rest[0] == '{' {
				b.WriteByte('{')
				template = rest[1:]
				continue
			}
			kind, rest, closed := strings.Cut(rest, "}")
			switch template = rest; {
			case !closed:
			case kind == "n":
				fmt.Fprint(&b, r.IntN(10000))
			case kind == "2":
				fmt.Fprintf(&b, "%02d", r.IntN(60))
			case kind == "w":
				b.WriteString(words[r.IntN(len(words))])
			case kind == "ip":
				fmt.Fprintf(&b, "%d.%d.%d.%d", 1+r.IntN(254), r.IntN(255), r.IntN(255), r.IntN(255))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// What well-known programs log stays as it was.
func TestOrdinaryLogs(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	log := ordinaryLog(n)
	out := copied(t, log)
	if out == log {
		return
	}
	was, is := strings.Split(log, "\n"), strings.Split(out, "\n")
	changed := 0
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			if changed++; changed < 20 {
				t.Errorf("%s\nbecomes\n%s", was[i], is[i])
			}
		}
	}
	t.Errorf("%d lines changed", changed)
}
