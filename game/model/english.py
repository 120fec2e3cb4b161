"""Conditions in plain English, for cards, documents and the answer to 'why?'."""

from collections.abc import Callable, Mapping

from game.model.syntax import (
    Among,
    Arithmetic,
    Both,
    Comparison,
    Either,
    Fold,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Question,
    Truth,
)

_SAID = {
    "==": "is {}",
    "!=": "is not {}",
    "<": "is below {}",
    "<=": "is at most {}",
    ">": "is above {}",
    ">=": "is at least {}",
}
_ASKED = {
    "played": ("{} has been played", "{} has not been played"),
    "playing": ("{} is played this month", "{} is not played this month"),
    "in_force": ("{} is in force", "{} is not in force"),
    "crossed": ("the line “{}” has been crossed", "the line “{}” has not been crossed"),
    "owed": ("an answer is owed on “{}”", "no answer is owed on “{}”"),
    "happened": ("{} has happened", "{} has not happened"),
    "attributed": ("{} has been attributed", "{} has not been attributed"),
    "offered": ("{} has an offer on the table", "{} has no offer on the table"),
}
_COUNTED = {
    "months_since": "the months since {}",
    "uses": "the uses of {}",
    "months_since_crossed": "the months since “{}” was crossed",
}


def english(node: Node, labels: Mapping[str, str]) -> str:
    """Return a tree in plain English, names told by *labels* where they have one."""
    return _Teller(labels).tell(node)


class _Teller:
    """Tells trees, one kind of node a method."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels
        self.kinds: dict[type[Node], Callable[..., str]] = {
            Number: lambda n: str(n.value),
            Truth: lambda n: "always" if n.value else "never",
            Name: lambda n: self.label(n.name),
            Question: self.question,
            Fold: self.fold,
            Negative: lambda n: f"minus {self.tell(n.item)}",
            Arithmetic: self.arithmetic,
            Comparison: self.comparison,
            Among: self.among,
            Not: self.contrary,
            Both: lambda n: " and ".join(self.grouped(i) for i in n.items),
            Either: lambda n: " or ".join(self.tell(i) for i in n.items),
        }

    def tell(self, node: Node) -> str:
        return self.kinds[type(node)](node)

    def grouped(self, node: Node) -> str:
        told = self.tell(node)
        return f"({told})" if isinstance(node, Either) else told

    def label(self, name: str) -> str:
        if name == "month":
            return "the month"
        side, _, track = name.partition(".")
        label = self.labels.get(name, name.replace("_", " "))
        owner = self.labels.get(side, side) if track else ""
        if side == "self":
            owner = "own"
        lowered = label[:1].lower() + label[1:] if name in self.labels else label
        return f"{owner}{'' if owner in ('', 'own') else '’s'} {lowered}".strip() if owner else lowered

    def question(self, node: Question, asked: bool = True) -> str:
        told = [self.labels.get(arg.name, arg.name.replace("_", " ")) for arg in node.args]
        if node.function in _COUNTED:
            return _COUNTED[node.function].format(*told)
        if node.function == "branch":
            way = node.args[1].name.replace("_", " ")
            return f"{told[0]} {'went' if asked else 'did not go'} to {way}"
        if not told:
            return "an agreement is in force" if asked else "no agreement is in force"
        return _ASKED[node.function][0 if asked else 1].format(told[0])

    def fold(self, node: Fold) -> str:
        told = [self.tell(item) for item in node.items]
        if node.function == "abs":
            return f"the size of {told[0]}"
        word = "smallest" if node.function == "min" else "largest"
        return f"the {word} of {', '.join(told[:-1])} and {told[-1]}"

    def arithmetic(self, node: Arithmetic) -> str:
        words = {"+": "plus", "-": "minus", "*": "times", "//": "divided by", "%": "modulo"}
        return f"{self.tell(node.left)} {words[node.operator]} {self.tell(node.right)}"

    def comparison(self, node: Comparison) -> str:
        since = self.since(node)
        if since:
            return since
        if len(node.items) == 3 and set(node.operators) == {"<="}:
            low, middle, high = (self.tell(item) for item in node.items)
            return f"{middle} is from {low} to {high}"
        told = [
            f"{self.tell(left)} {_SAID[sign].format(self.tell(right))}"
            for left, sign, right in zip(node.items, node.operators, node.items[1:], strict=False)
        ]
        return " and ".join(told)

    def since(self, node: Comparison) -> str:
        """Return the natural way to say how long ago something was, if that is what is compared."""
        left, right = node.items[0], node.items[-1]
        if len(node.items) != 2 or not isinstance(left, Question) or left.function != "months_since":
            return ""
        if not isinstance(right, Number) or node.operators[0] not in {"<=", ">=", "<", ">"}:
            return ""
        card = self.labels.get(left.args[0].name, left.args[0].name.replace("_", " "))
        within = node.operators[0] in {"<=", "<"}
        months = right.value - (node.operators[0] == "<") + (node.operators[0] == ">")
        many = "1 month" if months == 1 else f"{months} months"
        return f"{card} was played within {many}" if within else f"{card} is at least {many} ago"

    def among(self, node: Among) -> str:
        told = [self.tell(option) for option in node.options]
        return f"{self.tell(node.item)} is {' or '.join(told)}"

    def contrary(self, node: Not) -> str:
        if isinstance(node.item, Question):
            return self.question(node.item, asked=False)
        return f"it is not so that {self.tell(node.item)}"
