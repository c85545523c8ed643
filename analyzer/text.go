package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// text is the value of a constant expression, and what of the program writes it.
type text struct {
	value string
	parts []part
	expr  ast.Expr // where the program gives it
}

// part is a stretch of a text.
type part struct {
	span source.Span // bytes of the value
	node ast.Node    // what writes it
	// lit is the node as a literal, which map leads into from the part's text; nil for
	// what has no literal in the package.
	lit *ast.BasicLit
	to  piece.Map // offsets in the literal as the file has it
	from
}

// from is the expression that a part is in, and whether other code has it too, through
// the name of a constant or variable.
type from struct {
	root   ast.Expr
	shared bool
}

// maxParts bounds the literals that are looked at for one text.
const maxParts = 1000

// textOf returns the constant string that expr is, or that a variable is given; ok is
// false where the program computes it. Conversions, also to bytes, are looked through.
func (r *runner) textOf(expr ast.Expr) (t text, ok bool) {
	given := expr
	for range maxSteps {
		if tv := r.pass.TypesInfo.Types[expr]; tv.Value != nil && tv.Value.Kind() == constant.String {
			return r.newText(given, expr, constant.StringVal(tv.Value)), true
		}
		switch e := expr.(type) {
		case *ast.ParenExpr:
			expr = e.X
		case *ast.Ident:
			expr = r.given.of(e)
		case *ast.CallExpr:
			expr = r.given.conversion(e)
		default:
			return text{}, false
		}
	}
	return text{}, false
}

func (r *runner) newText(given, expr ast.Expr, value string) text {
	t := text{value: value, expr: given}
	in := from{root: expr}
	if name, ok := ast.Unparen(given).(*ast.Ident); ok && given != expr {
		in.shared = r.given.isShared(name)
	}
	if !r.fold(&t, expr, in) || t.end() != len(value) {
		t.parts = []part{{span: source.Span{End: len(value)}, node: given}}
	}
	return t
}

func (t *text) end() int {
	if len(t.parts) == 0 {
		return 0
	}
	return t.parts[len(t.parts)-1].span.End
}

func (t *text) add(p part, n int) {
	p.span = source.Span{Start: t.end(), End: t.end() + n}
	t.parts = append(t.parts, p)
}

// fold appends the parts that write a constant expression; ok is false where there are
// too many, or they are not what the type checker says.
func (r *runner) fold(t *text, expr ast.Expr, in from) (ok bool) {
	tv := r.pass.TypesInfo.Types[expr]
	if tv.Value == nil || tv.Value.Kind() != constant.String || len(t.parts) >= maxParts {
		return false
	}
	switch e := expr.(type) {
	case *ast.ParenExpr:
		return r.fold(t, e.X, in)
	case *ast.BinaryExpr:
		return e.Op == token.ADD && r.fold(t, e.X, in) && r.fold(t, e.Y, in)
	case *ast.BasicLit:
		return r.foldLiteral(t, e, constant.StringVal(tv.Value), in)
	case *ast.CallExpr:
		if x := r.given.conversion(e); x != nil && isString(r.pass.TypesInfo.TypeOf(x)) {
			return r.fold(t, x, in)
		}
	case *ast.Ident:
		if x := r.given.of(e); x != nil {
			return r.fold(t, x, from{x, in.shared || r.given.isShared(e)})
		}
	}
	t.add(part{node: expr, from: in}, len(constant.StringVal(tv.Value)))
	return true
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func (r *runner) foldLiteral(t *text, lit *ast.BasicLit, value string, in from) (ok bool) {
	written := lit.Value
	if int(lit.End()-lit.Pos()) != len(written) {
		written = r.written(lit) // the scanner leaves carriage returns out
	}
	p, ok := literalPiece(written)
	if !ok || p.Text != value {
		return false
	}
	t.add(part{node: lit, lit: lit, to: p.Map, from: in}, len(value))
	return true
}

// written returns the bytes of the file that write a node, or "".
func (r *runner) written(n ast.Node) string {
	file := r.pass.Fset.File(n.Pos())
	if file == nil {
		return ""
	}
	content, err := r.pass.ReadFile(file.Name())
	start, end := file.Offset(n.Pos()), file.Offset(n.End())
	if err != nil || end > len(content) {
		return ""
	}
	return string(content[start:end])
}

// literalPiece reads a string literal as a file writes it, quotes included.
func literalPiece(written string) (p piece.Piece, ok bool) {
	if len(written) < len(`""`) {
		return p, false
	}
	var b piece.Builder
	end := len(written) - 1
	for at := 1; at < end; {
		next, text := at+1, ""
		switch c := written[at]; {
		case written[0] == '`' && c == '\r':
		case written[0] == '"' && c == '\\':
			value, multibyte, tail, err := strconv.UnquoteChar(written[at:end], '"')
			if err != nil {
				return p, false
			}
			next = end - len(tail)
			if text = string([]byte{byte(value)}); multibyte {
				text = string(value)
			}
		default:
			if stop := strings.IndexAny(written[at:end], "\\\r"); stop > 0 {
				next = at + stop
			} else if stop < 0 {
				next = end
			}
			b.Copy(written, source.Span{Start: at, End: next})
			at = next
			continue
		}
		b.Escape(text, source.Span{Start: at, End: next})
		at = next
	}
	if b.Len() == 0 {
		b.Escape("", source.At(1))
	}
	return b.Piece(piece.Literal), true
}
