package main

import (
	"fmt"
	"strings"
)

// helper is the file that is added to a mutated package.
func helper(name string, mutants int) string {
	return strings.NewReplacer("PACKAGE", name, "COUNT", fmt.Sprint(mutants+1)).Replace(helperText)
}

const helperText = `package PACKAGE

import (
	mutantOS "os"
	mutantStrconv "strconv"
	mutantAtomic "sync/atomic"
)

var mutantChosen, mutantTrace = mutantSetUp()

var mutantSeen [COUNT]mutantAtomic.Bool

func mutantSetUp() (int, *mutantOS.File) {
	chosen, _ := mutantStrconv.Atoi(mutantOS.Getenv("MUTANT"))
	if name := mutantOS.Getenv("MUTANT_TRACE"); name != "" {
		trace, _ := mutantOS.OpenFile(name, mutantOS.O_CREATE|mutantOS.O_WRONLY|mutantOS.O_APPEND, 0o600)
		return chosen, trace
	}
	return chosen, nil
}

func mutantOn(id int) bool {
	if mutantTrace != nil {
		mutantNote(id)
	}
	return id == mutantChosen
}

//go:noinline
func mutantNote(id int) {
	if !mutantSeen[id].Swap(true) {
		mutantTrace.WriteString(mutantStrconv.Itoa(id) + "\n")
	}
}

type mutantInteger interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

func mutantPlus[T mutantInteger](id int, v T) T {
	if mutantOn(id) {
		return v + 1
	}
	return v
}

func mutantMinus[T mutantInteger](id int, v T) T {
	if mutantOn(id) {
		return v - 1
	}
	return v
}

func mutantEmpty[T ~string](id int, v T) T {
	if mutantOn(id) {
		return ""
	}
	return v
}

type mutantNumber interface{ mutantInteger | ~float32 | ~float64 }

func mutantAdd[T mutantNumber](id int, x, y T) T {
	if mutantOn(id) {
		return x - y
	}
	return x + y
}

func mutantSub[T mutantNumber](id int, x, y T) T {
	if mutantOn(id) {
		return x + y
	}
	return x - y
}

func mutantMul[T mutantNumber](id int, x, y T) T {
	if mutantOn(id) {
		return x / y
	}
	return x * y
}

func mutantQuo[T mutantNumber](id int, x, y T) T {
	if mutantOn(id) {
		return x * y
	}
	return x / y
}

func mutantRem[T mutantInteger](id int, x, y T) T {
	if mutantOn(id) {
		return x * y
	}
	return x % y
}

func mutantAnd[T mutantInteger](id int, x, y T) T {
	if mutantOn(id) {
		return x | y
	}
	return x & y
}

func mutantOr[T mutantInteger](id int, x, y T) T {
	if mutantOn(id) {
		return x & y
	}
	return x | y
}

func mutantConcat[T ~string](left, right int, x, y T) T {
	if left > 0 && mutantOn(left) {
		return x
	}
	if right > 0 && mutantOn(right) {
		return y
	}
	return x + y
}
`
