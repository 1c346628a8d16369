"""The structure of a PDF: what its pieces are and what a screen reader says of them, in the order of reading.

reportlab writes no structure of its own: the marks are put into its pages, and the tree that they belong to into its
catalogue, as ISO 32000-1 §14.7 and §14.8 have them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from toc.formats.paper.items import ARTIFACT, FIGURE, Item


class Structure:
    """What was marked on the pages of a document; a piece that stands on several pages is one piece."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._pieces: dict[Item, list[tuple[int, int]]] = {}
        self._pages: list[list[Item]] = [[]]

    @contextmanager
    def marked(self, item: Item) -> Iterator[None]:
        """Mark what is painted within as a part of `item`."""
        if item.role == ARTIFACT:
            with self.marked_as_artifact():
                yield
            return
        page = self._pages[-1]
        self._canvas.addLiteral(f"/{item.role} <</MCID {len(page)}>> BDC")
        self._pieces.setdefault(item, []).append((len(self._pages) - 1, len(page)))
        page.append(item)
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def marked_as_artifact(self) -> Iterator[None]:
        """Mark what is painted within as nothing that is read aloud."""
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    def end_page(self) -> None:
        """End the page: what is marked from now on stands on the next."""
        self._canvas.showPage()
        self._pages.append([])

    def write(self) -> None:
        """Put the tree into the document, when all pages are ended."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

        document = self._canvas._doc  # noqa: SLF001 - reportlab has no other way in
        pages = document.Pages.pages
        root, whole = PDFObjectReference("structure"), PDFObjectReference("structure.document")
        names = {item: f"structure.{number}" for number, item in enumerate(self._pieces)}
        for item, places in self._pieces.items():
            entries = {"Type": PDFName("StructElem"), "S": PDFName(item.role), "P": whole}
            entries["Pg"] = document.Reference(pages[places[0][0]])
            entries["K"] = PDFArray([self._place(document, pages, *place) for place in places])
            if item.says:
                entries["Alt" if item.role == FIGURE else "ActualText"] = PDFString(item.says)
            document.Reference(PDFDictionary(entries), names[item])
        kids = PDFArray([PDFObjectReference(name) for name in names.values()])
        top = {"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": root, "K": kids}
        document.Reference(PDFDictionary(top), "structure.document")
        numbers: list[Any] = []
        for number, marked in enumerate(self._pages[: len(pages)]):
            page = pages[number]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            numbers += [number, PDFArray([PDFObjectReference(names[item]) for item in marked])]
        tree = {"Type": PDFName("StructTreeRoot"), "K": whole, "ParentTreeNextKey": len(pages)}
        tree["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        document.Catalog.StructTreeRoot = PDFDictionary(tree)
        document.Reference(document.Catalog.StructTreeRoot, "structure")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    @staticmethod
    def _place(document: Any, pages: Any, page: int, mark: int) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        return PDFDictionary({"Type": PDFName("MCR"), "Pg": document.Reference(pages[page]), "MCID": mark})
