"""How is a formula written on one line? 10 with a raised 23 is 10²³, a fraction is a/b."""

from typing import Any

from content.readers.writer import lowered, raised

DEEPEST = 40
"""Elements within elements; deeper ones are left out."""


def linear(node: Any, depth: int = 0) -> str:
    """The formula of a MathML element as text."""
    if depth > DEEPEST:
        return ""
    tag = node.tag
    if tag == "-text":
        return (node.text_content or "").strip()
    if tag in {"annotation", "annotation-xml"} or tag.startswith(("_", "!")):
        return ""
    parts = [linear(child, depth + 1) for child in _children(node)]
    parts = parts if tag in {"msup", "msub", "msubsup", "mfrac"} else ["".join(parts)]
    if tag == "mo":
        return f" {parts[0]} " if parts[0] in set("=×·+−-<>≤≥≈±→") else parts[0]
    if tag == "msup" and len(parts) == 2:
        return parts[0] + raised(parts[1])
    if tag == "msub" and len(parts) == 2:
        return parts[0] + lowered(parts[1])
    if tag == "msubsup" and len(parts) == 3:
        return parts[0] + lowered(parts[1]) + raised(parts[2])
    if tag == "msqrt":
        return f"√{parts[0]}" if len(parts[0]) < 2 or parts[0].isalnum() else f"√({parts[0]})"
    if tag == "mfrac" and len(parts) == 2:
        return "/".join(part if len(part) < 2 or part.isalnum() else f"({part})" for part in parts)
    return "".join(parts)


def _children(node: Any) -> list[Any]:
    found, child = [], node.child
    while child is not None:
        if child.tag != "-text" or (child.text_content or "").strip():
            found.append(child)
        child = child.next
    return found
