"""YAML whose every value knows its line, so that a loader can refuse a file by name and line.

A frame file that says `patinet: [person]` must not be read as if the line were not there: whoever wrote it gets
"assault.yaml:12: unknown field 'patinet'". Scalars are read as the text they are written as, whatever YAML takes them
for: `on` is a preposition here, not a truth value.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import yaml

from graphbuild.errors import DataError

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it: ten times as fast."""


@dataclass(frozen=True, slots=True)
class Located:
    """One value of a YAML file and where it stands."""

    file: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line on which the value starts, counted from 1."""
        return int(self.node.start_mark.line) + 1

    def error(self, reason: str) -> DataError:
        """Return the error that names this value's file and line."""
        return DataError(self.file, reason, self.line)

    def mapping(self, allowed: Collection[str], required: Collection[str] = ()) -> dict[str, Located]:
        """Return the fields of a mapping; refuse unknown, repeated and missing ones.

        >>> entry = parse_yaml("verb: use force\\ntarget: [against, on]", "assault.yaml")
        >>> sorted(entry.mapping({"verb", "target"}))
        ['target', 'verb']
        """
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("a mapping of fields is expected")
        fields: dict[str, Located] = {}
        for key_node, value in self.node.value:
            key = Located(self.file, key_node)
            name = key.text()
            if name not in allowed:
                raise key.error(f"unknown field '{name}'; known are {', '.join(sorted(allowed))}")
            if name in fields:
                raise key.error(f"field '{name}' stands twice")
            fields[name] = Located(self.file, value)
        for name in required:
            if name not in fields:
                raise self.error(f"field '{name}' is missing")
        return fields

    def items(self) -> list[Located]:
        """Return the values of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Located(self.file, each) for each in self.node.value]
        return [self]

    def text(self) -> str:
        """Return a scalar's text; refuse an empty one."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            raise self.error("a word or a number is expected")
        return str(self.node.value)

    def texts(self) -> tuple[str, ...]:
        """Return the texts of a list of scalars.

        >>> parse_yaml("[on, of, no]", "assault.yaml").texts()
        ('on', 'of', 'no')
        """
        return tuple(each.text() for each in self.items())

    def words(self) -> tuple[str, ...]:
        """Return the words of a lemma or phrase; refuse capitals and doubled spaces."""
        text = self.text()
        if text != text.lower() or text != " ".join(text.split()):
            raise self.error(f"'{text}': lower case and single spaces are expected")
        return tuple(text.split(" "))

    def one_of(self, known: Collection[str], what: str) -> str:
        """Return a scalar's text if it is among the known values."""
        text = self.text()
        if text not in known:
            raise self.error(f"unknown {what} '{text}'; known are {', '.join(sorted(known))}")
        return text

    def some_of(self, known: Collection[str], what: str) -> tuple[str, ...]:
        """Return the texts of a list whose members must each be known and stand there once."""
        values = tuple(each.one_of(known, what) for each in self.items())
        if len(set(values)) < len(values):
            raise self.error(f"a {what} stands twice")
        return values

    def share(self) -> float:
        """Return a number from 0 to 1."""
        text = self.text()
        try:
            value = float(text)
        except ValueError:
            raise self.error(f"'{text}' is no number") from None
        if not 0 <= value <= 1:
            raise self.error(f"{text} is not between 0 and 1")
        return value


def parse_yaml(text: str, file: str) -> Located:
    """Return the root of a YAML document."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(file, f"not YAML: {error.problem}", line) from error
    if node is None:
        raise DataError(file, "the file is empty")
    return Located(file, node)
