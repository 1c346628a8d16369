"""Systems of linear equations of the size of a loop."""

from collections.abc import Mapping, Sequence

DENSE = 80  # up to so many unknowns elimination is quick enough
SWEEPS = 1000
CLOSED = 1e-14
FLAT = 1e-12  # a smaller pivot is one made by rounding


def solve(rows: Sequence[Mapping[int, float]], right: Sequence[float]) -> list[float]:
    """Return x with x = A x + `right`; `rows` are those of A, by column, without zeros.

    By elimination with pivots up to 80 unknowns, O(n^3), exact but for rounding; where the system is singular, as at
    the edge of a tipping point, some x is very large, but finite. Above, by at most 1,000 sweeps of Gauss and Seidel,
    O(entries) each, which converge where the loops settle.
    """
    return _eliminated(rows, right) if len(right) <= DENSE else _swept(rows, right)


def _eliminated(rows: Sequence[Mapping[int, float]], right: Sequence[float]) -> list[float]:
    count = len(right)
    table = [[(i == j) - rows[i].get(j, 0.0) for j in range(count)] + [right[i]] for i in range(count)]
    for column in range(count):
        best = max(range(column, count), key=lambda row: abs(table[row][column]))
        table[column], table[best] = table[best], table[column]
        top = table[column]
        if abs(top[column]) < FLAT:
            top[column] = FLAT
        for row in table[column + 1 :]:
            if row[column]:
                factor = row[column] / top[column]
                for j in range(column, count + 1):
                    row[j] -= factor * top[j]
    found = [0.0] * count
    for i in reversed(range(count)):
        known = sum(table[i][j] * found[j] for j in range(i + 1, count))
        found[i] = (table[i][count] - known) / table[i][i]
    return found


def _swept(rows: Sequence[Mapping[int, float]], right: Sequence[float]) -> list[float]:
    found = list(right)
    for _sweep in range(SWEEPS):
        moved = 0.0
        for i, row in enumerate(rows):
            value = right[i] + sum(factor * found[j] for j, factor in row.items())
            moved = max(moved, abs(value - found[i]))
            found[i] = value
        if moved <= CLOSED:
            break
    return found
