package code

import (
	"strings"

	"kustoconn/internal/methods"
	"kustoconn/lint/internal/calls"
)

// enterConsumer says of the arguments of a call in f what the endpoint in them is for:
// what the class or function wants, or where the call makes a builder, what wants that.
func (r *reader) enterConsumer(inner, f *frame, callee string) {
	if f.consumer == nil && f.wants == 0 && !calls.MayConsume(callee) || !r.maySpeak() {
		return
	}
	chain := ""
	if f.state == operandOther {
		// A keyword such as "new" is no part of the operand that follows it.
		chain = r.Text[f.operand.Start:max(f.operand.Start, f.word.End-len(callee))]
		chain = chain[:min(len(chain), near)]
	}
	if role := f.roleWanted(); role != 0 {
		if calls.IsBuilder(callee) || calls.Keeps(callee) || strings.Contains(chain, "ConnectionString") {
			inner.wants = role
		}
		return
	}
	inner.consumer = calls.ConsumerOf(r.lang.Name, lastName(strings.TrimRight(chain, ".:?! \t\r\n")), callee)
}

// roleWanted returns what the endpoint in the expression being read is for.
func (f *frame) roleWanted() methods.Role {
	switch {
	case f.consumer != nil:
		return f.consumer.RoleOf(f.element, f.key.Name)
	case f.element == 0:
		return f.wants
	}
	return 0
}

// isForKusto reports whether a text that ends in f, which is the top frame, is an argument of
// a builder or client of Kusto, or the format of one.
func (r *reader) isForKusto(f *frame) bool {
	return f.role == consumes || f.role == formats && f.element == 0 && len(r.frames) > 1 && r.frames[len(r.frames)-2].role == consumes
}
