"""Changes of a Python text, at the positions that its syntax tree gives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Optional

from change import Change

RELATIONS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "is": "is not", "is not": "is", "in": "not in", "not in": "in",
}  # fmt: skip
ARITHMETIC = {"+": "-", "-": "+", "*": "+", "/": "*", "//": "*", "%": "//", "**": "*", "<<": ">>", ">>": "<<", "|": "&", "&": "|"}
RELATION = re.compile(r"<=|>=|==|!=|<|>|is\s+not|not\s+in|\bis\b|\bin\b")
OPERATOR = re.compile(r"\*\*|//|<<|>>|[-+*/%|&]")
LOGIC = re.compile(r"\b(?:and|or)\b")


def changes(text: str) -> Iterator[Change]:
    return _Changes(text).of(ast.parse(text))


class _Changes:
    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]  # of each line
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.lines = text.split("\n")

    def at(self, line: int, byte: int) -> int:
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:byte].decode())

    def start(self, node: ast.AST) -> int:
        return self.at(getattr(node, "lineno"), getattr(node, "col_offset"))

    def end(self, node: ast.AST) -> int:
        return self.at(getattr(node, "end_lineno"), getattr(node, "end_col_offset"))

    def whole(self, kind: str, node: ast.AST, new: str) -> Change:
        start, end = self.start(node), self.end(node)
        return Change(kind, start, end, self.text[start:end], new)

    def between(self, kind: str, sign: "re.Pattern[str]", table: "dict[str, str]", left: ast.AST, right: ast.AST) -> Iterator[Change]:
        """The operator that stands between two operands, where the table has another for it."""
        found = sign.search(self.text, self.end(left), self.start(right))
        if found and (new := table.get(re.sub(r"\s+", " ", found.group()))):
            yield Change(kind, *found.span(), found.group(), new)

    def of(self, node: ast.AST, result: str = "") -> Iterator[Change]:
        """`result`: the annotation of the function around the node."""
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            result = ast.unparse(node.returns) if node.returns else ""
            for part in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
                yield from self.of(part, result)
            return
        if isinstance(node, ast.AnnAssign):
            yield from self.of(node.value, result) if node.value else ()
            return
        if not isinstance(node, ast.JoinedStr):  # the positions in a formatted text are not reliable
            yield from self.own(node, result)
            for child in ast.iter_child_nodes(node):
                yield from self.of(child, result)

    def own(self, node: ast.AST, result: str) -> Iterator[Change]:
        if isinstance(node, ast.Compare):
            operands = [node.left, *node.comparators]
            for left, right in zip(operands, operands[1:]):
                yield from self.between("relation", RELATION, RELATIONS, left, right)
        elif isinstance(node, ast.BinOp):
            if not any(isinstance(one, ast.JoinedStr) or isinstance(getattr(one, "value", None), str) for one in (node.left, node.right)):
                yield from self.between("arithmetic", OPERATOR, ARITHMETIC, node.left, node.right)
        elif isinstance(node, ast.BoolOp):
            for left, right in zip(node.values, node.values[1:]):
                yield from self.between("logic", LOGIC, {"and": "or", "or": "and"}, left, right)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, bool):
            yield self.whole("constant", node, str(not node.value if isinstance(node.value, bool) else node.value + 1))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield self.whole("logic", node, f"bool({self.text[self.start(node.operand):self.end(node.operand)]})")
        elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
            yield from self.condition(node.test)
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield self.whole("condition", test, "True")
        elif isinstance(node, ast.Return) and node.value:
            constant = _constant(result)
            if constant is not None and constant != ast.unparse(node.value):
                yield self.whole("result", node.value, constant)
        elif _is_dispensable(node):
            yields = isinstance(getattr(node, "value", None), (ast.Yield, ast.YieldFrom))
            yield self.whole("statement", node, "yield from ()" if yields else "pass")

    def condition(self, test: ast.expr) -> Iterator[Change]:
        if ast.unparse(test) != "TYPE_CHECKING":
            old = self.text[self.start(test) : self.end(test)]
            yield self.whole("condition", test, f"not ({old})")


def _constant(annotation: str) -> Optional[str]:
    """What a function with this annotation could return instead of what it finds out."""
    if annotation in ("bool", "int", "str"):
        return {"bool": "False", "int": "0", "str": '""'}[annotation]
    if annotation.startswith("Optional["):
        return "None"
    return "()" if annotation.startswith(("tuple[", "Iterator[", "Iterable[", "Sequence[", "Problems")) else None


def _is_dispensable(node: ast.AST) -> bool:
    """A statement that is there for its effect."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, (ast.Call, ast.Yield, ast.YieldFrom))
    return isinstance(node, (ast.AugAssign, ast.Raise, ast.Continue, ast.Assert))
