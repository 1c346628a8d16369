"""What is kept of pieces of text: those that are met again, and not for ever what is not."""

from toc.syntax.recent import Recent


def test_what_is_met_again_is_kept() -> None:
    """Pieces that every document asks for stay, however many others pass by."""
    recent: Recent[str] = Recent(spare=2)
    for turn in range(100):
        for key in ("a", "b"):
            assert recent.get(key) or turn == 0
            recent.keep(key, key.upper())
        recent.keep(f"typed {turn}", "once")
        recent.document("a.toc", 3)

    assert recent.get("a") == "A"


def test_what_is_not_met_again_is_forgotten() -> None:
    """However many pieces pass by, no more are kept than two ages hold."""
    recent: Recent[int] = Recent(spare=10)
    for number in range(1000):
        recent.keep(number, number)
        recent.document("a.toc", 5)

    kept = [number for number in range(1000) if recent.get(number) is not None]
    assert kept[-1] == 999
    assert len(kept) <= 2 * (2 * 5 + 10 + 1)


def test_documents_that_are_read_in_turn_are_kept() -> None:
    """Several documents, each gone through again and again, are all kept."""
    recent: Recent[str] = Recent(spare=1)
    for turn in range(10):
        for name in ("a", "b", "c"):
            for number in range(20):
                assert (recent.get((name, number)) is None) == (turn == 0)
                recent.keep((name, number), name)
            recent.document(name, 20)
