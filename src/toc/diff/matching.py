"""Which element of the old model is which of the new one: by id, by what it says, and by what is near it.

Every step treats both models alike, so that comparing them the other way round pairs the same elements.
Candidates are found by what they share (a rare word, a neighbour), never by trying all pairs.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from toc.diff.difference import Matches
from toc.diff.side import Near, Side
from toc.model.elements import CHANGES, Element, Key

# Kinds between which an element can change and stay what it was, where its id stays.
CHAIN = frozenset((*CHANGES, "output", "vision"))
# Half of the words, or of the neighbours, are the same.
NEAR = 0.5
# Without any neighbour the words alone must speak for it.
NEARER = 0.75
# A word or neighbour that would make more pairs than this says too little to look at them.
MOST_PAIRS = 100
# A chain of elements each recognised by the one before is followed so far.
ROUNDS = 10

Pair = tuple[Key, Key]


def match(old: Side, new: Side) -> Matches:
    """Return which element of `old` is which of `new`."""
    matcher = _Matcher(old, new)
    matcher.heads()
    matcher.same_place()
    matcher.same_id()
    for _round in range(ROUNDS):
        known = len(matcher.new_of)
        matcher.same_content()
        matcher.alike()
        if len(matcher.new_of) == known:
            break
    return Matches(matcher.new_of, matcher.old_of)


class _Matcher:
    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.new_of: dict[Key, Key] = {}
        self.old_of: dict[Key, Key] = {}
        self.old_left = dict(old.theory.elements)
        self.new_left = dict(new.theory.elements)

    def pair(self, old: Key, new: Key) -> None:
        self.new_of[old] = new
        self.old_of[new] = old
        del self.old_left[old], self.new_left[new]

    def heads(self) -> None:
        """The theories themselves, whatever they are called."""
        if self.old.theory.head and self.new.theory.head:
            self.pair(self.old.theory.head.key, self.new.theory.head.key)

    def same_place(self) -> None:
        """The same id in the same file."""
        places = {self.new.place(key): key for key, element in self.new_left.items() if element.named}
        for key, element in list(self.old_left.items()):
            other = places.get(self.old.place(key)) if element.named else None
            if other is not None and other in self.new_left and self.can_be(key, other):
                self.pair(key, other)

    def can_be(self, old: Key, new: Key) -> bool:
        one, other = self.old_left[old], self.new_left[new]
        if one.kind == other.kind or {one.kind, other.kind} <= CHAIN:
            return True
        return bool(self.old.labels[old]) and self.old.labels[old] == self.new.labels[new]

    def same_id(self) -> None:
        """The same id in another file, where it is told of nothing else and says nearly the same."""
        olds = _grouped((element.id, key) for key, element in self.old_left.items() if element.named)
        news = _grouped((element.id, key) for key, element in self.new_left.items() if element.named)
        for name, (old, *others) in olds.items():
            match news.get(name):
                case [new] if (
                    not others
                    and self.can_be(old, new)
                    and (self.wording(old, new) >= NEAR or self.surroundings(old, new) >= NEAR)
                ):
                    self.pair(old, new)

    def same_content(self) -> None:
        """What has no id: the same kind and label in the same element, the most alike first."""
        olds = _grouped(self._stations(self.old_left, self.old, self.new_of))
        news = _grouped(self._stations(self.new_left, self.new, {key: key for key in self.old_of}))
        for station in olds.keys() & news.keys():
            before = {key: repr(self.old_left[key].properties) for key in olds[station]}
            after = {key: repr(self.new_left[key].properties) for key in news[station]}
            self._equal_first(before, after)

    def _stations(
        self, left: Mapping[Key, Element], side: Side, image: Mapping[Key, Key]
    ) -> Iterator[tuple[Hashable, Key]]:
        for key, element in left.items():
            parent = image.get(element.parent) if element.parent else None
            if not element.named and (element.parent is None or parent is not None):
                where = side.place(key)[0] if parent is None else parent
                yield (element.kind, element.variety, side.labels[key], where), key

    def _equal_first(self, before: Mapping[Key, str], after: Mapping[Key, str]) -> None:
        same = _grouped((content, key) for key, content in sorted(after.items()))
        rest = []
        for key, content in sorted(before.items(), key=lambda item: (item[1], item[0])):
            if same.get(content):
                self.pair(key, same[content].pop(0))
            else:
                rest.append(key)
        others = sorted((key for keys in same.values() for key in keys), key=lambda key: (after[key], key))
        for old, new in zip(rest, others, strict=False):
            self.pair(old, new)

    def alike(self) -> None:
        """What says nearly the same and has nearly the same neighbours, the most alike first."""
        ranked = []
        for old, new in self.candidates():
            likeness = self.likeness(old, new)
            if likeness:
                places = sorted((self.old.place(old), self.new.place(new)))
                ranked.append((-likeness, places, old, new))
        ranked.sort()
        for _likeness, _places, old, new in ranked:
            if old in self.old_left and new in self.new_left:
                self.pair(old, new)

    def candidates(self) -> set[Pair]:
        """Return the pairs that share a label, a rare word or a neighbour."""
        olds = _grouped(self._features(self.old_left, self.old, self.new_of))
        news = _grouped(self._features(self.new_left, self.new, {key: key for key in self.old_of}))
        found: set[Pair] = set()
        for feature in olds.keys() & news.keys():
            if len(olds[feature]) * len(news[feature]) <= MOST_PAIRS:
                found.update((old, new) for old in olds[feature] for new in news[feature])
        return found

    def _features(
        self, left: Mapping[Key, Element], side: Side, image: Mapping[Key, Key]
    ) -> Iterator[tuple[Hashable, Key]]:
        for key, element in left.items():
            kind = "change" if element.is_change else element.kind
            if side.labels[key]:
                yield (kind, side.labels[key]), key
            for word in {word for words in side.words[key].values() for word in words}:
                yield (kind, word), key
            for role, near in _seen(side.near[key], image):
                yield (kind, role, near), key

    def likeness(self, old: Key, new: Key) -> float:
        """Return how much two elements are alike, 0 where they are not enough so to be the same."""
        one, other = self.old_left[old], self.new_left[new]
        if one.kind != other.kind and not (one.is_change and other.is_change):
            return 0.0
        wording, surroundings = self.wording(old, new), self.surroundings(old, new)
        same = bool(self.old.labels[old]) and self.old.labels[old] == self.new.labels[new]
        alone = not self.old.near[old] and not self.new.near[new]
        if same or (wording >= NEAR <= surroundings) or (alone and wording >= NEARER):
            return wording + surroundings + same
        return 0.0

    def wording(self, old: Key, new: Key) -> float:
        """Return the share of words that two labels have in common, in the language in which it is largest."""
        one, other = self.old.words[old], self.new.words[new]
        shares = (
            2 * (one[language] & other[language]).total() / (one[language].total() + other[language].total())
            for language in one.keys() & other.keys()
            if one[language] and other[language]
        )
        return max(shares, default=0.0)

    def surroundings(self, old: Key, new: Key) -> float:
        """Return the share of neighbours that two elements have in common."""
        one, other = self.old.near[old], self.new.near[new]
        shared = len(_seen(one, self.new_of) & other)
        return 2 * shared / (len(one) + len(other)) if shared else 0.0


def _seen(near: Iterable[Near], image: Mapping[Key, Key]) -> set[Near]:
    return {(role, image[key]) for role, key in near if key in image}


def _grouped(pairs: Iterable[tuple[Hashable, Key]]) -> dict[Hashable, list[Key]]:
    groups: dict[Hashable, list[Key]] = {}
    for feature, key in pairs:
        groups.setdefault(feature, []).append(key)
    return groups
