"""Parses each file of C# code, and holds what the tree has to what the code is to do:
no error, one builder of the cluster's endpoint, assigned to kcsb."""

import pathlib
import sys

import tree_sitter_c_sharp
from tree_sitter import Language, Parser

parser = Parser(Language(tree_sitter_c_sharp.language()))


def nodes(node):
    yield node
    for child in node.children:
        yield from nodes(child)


def has_error(text: bytes) -> bool:
    return any(node.is_error or node.is_missing for node in nodes(parser.parse(text).root_node))


for broken in (b"var x = new A(;", b'var x = "a"b";', b"var x = new A { B = 1, }; }", b'var x = "\\q";'):
    assert has_error(broken), "the parser takes anything"

for path in map(pathlib.Path, sys.argv[1:]):
    text = path.read_bytes()
    assert not has_error(text), path
    tree = parser.parse(text).root_node
    declared = [n.child_by_field_name("name").text for n in nodes(tree) if n.type == "variable_declarator"]
    assert declared.count(b"kcsb") == 1, (path, declared)
    made = [n for n in nodes(tree) if n.type == "object_creation_expression" and n.child_by_field_name("type").text == b"KustoConnectionStringBuilder"]
    assert len(made) == 1, path
    print("ok", path.stem)
