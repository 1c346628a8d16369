"""What would change in a file, as a unified diff that `patch` and `git apply` read."""

from difflib import unified_diff


def difference(name: str, before: str, after: str) -> str:
    """Return what leads from `before` to `after`, the texts of the file `name`; empty where they are equal."""
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
