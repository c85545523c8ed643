package convert

import (
	"strings"
	"text/template/parse"

	"kustoconn/schema"
)

// Templates are written in the language of text/template, of which they use little: text,
// if, with, the functions below, and the fields and methods of a page by name. They are
// executed here and not by that package, which calls methods by their name: for a program
// that holds such a call the linker keeps every method of every type.

// templates are the parsed templates of a file, by name.
type templates map[string]*parse.Tree

// functionNames are what templates may call.
var functionNames = map[string]any{"value": 0, "given": 0, "on": 0, "env": 0, "or": 0}

func parseTemplates(name string) (templates, error) {
	text, err := files.ReadFile("templates/" + name + ".tmpl")
	if err != nil {
		return nil, err
	}
	return parse.Parse(name, string(text), "", "", functionNames)
}

// execute returns what the template of that name writes of p.
func (t templates) execute(name string, p *page) string {
	w := templateWriter{page: p}
	w.list(t[name].Root, "")
	return w.out.String()
}

type templateWriter struct {
	*page
	out strings.Builder
}

func (w *templateWriter) list(list *parse.ListNode, dot string) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.TextNode:
			w.out.Write(node.Text)
		case *parse.ActionNode:
			text, _ := w.pipe(node.Pipe, dot)
			w.out.WriteString(text)
		case *parse.IfNode:
			if _, ok := w.pipe(node.Pipe, dot); ok {
				w.list(node.List, dot)
			} else {
				w.list(node.ElseList, dot)
			}
		case *parse.WithNode:
			if text, ok := w.pipe(node.Pipe, dot); ok {
				w.list(node.List, text)
			} else {
				w.list(node.ElseList, dot)
			}
		default:
			panic("a template holds " + node.String())
		}
	}
}

// pipe returns the value of a pipe of one command, and whether it counts as true.
func (w *templateWriter) pipe(pipe *parse.PipeNode, dot string) (text string, ok bool) {
	args := pipe.Cmds[0].Args
	if len(pipe.Cmds) > 1 || len(pipe.Decl) > 0 {
		panic("a template holds " + pipe.String())
	}
	switch first := args[0].(type) {
	case *parse.DotNode:
		return dot, dot != ""
	case *parse.FieldNode:
		return w.field(first.Ident[0])
	case *parse.IdentifierNode:
		return w.call(first.Ident, args[1:], dot)
	}
	panic("a template holds " + pipe.String())
}

// field returns what a page has under a name.
func (w *templateWriter) field(name string) (text string, ok bool) {
	switch name {
	case "Body":
		text = w.Body
	case "Settings":
		text = w.Settings
	case "Imports":
		text = w.Imports
	case "Helpers":
		text = w.Helpers
	case "Std":
		text = w.std()
	case "Required":
		text = w.required()
	case "Env":
		return "", len(w.envs) > 0
	case "Resource":
		return "", isResourceID(w.c.values[schema.ManagedServiceIdentity])
	default:
		panic("a page has no " + name)
	}
	return text, text != ""
}

// call calls a function: value gives a property as an expression, a look-up where it is a
// secret or not given; given and on ask for it; env looks a variable up.
func (w *templateWriter) call(name string, args []parse.Node, dot string) (text string, ok bool) {
	if name == "or" {
		for _, arg := range args {
			if _, ok := w.pipe(arg.(*parse.PipeNode), dot); ok {
				return "", true
			}
		}
		return "", false
	}
	of := args[0].(*parse.StringNode).Text
	switch name {
	case "given":
		return "", w.c.given.Has(w.use(of))
	case "on":
		return "", w.c.values[w.use(of)] == "true"
	case "env":
		return w.lookUp(of), true
	}
	return w.value(of), true
}
