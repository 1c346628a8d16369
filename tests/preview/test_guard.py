"""Who is answered by a preview, asked without a browser."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from toc.analysis import analyse
from toc.preview.application import application
from toc.preview.preview import Preview
from toc.preview.seen import Seen, Watched
from toc.scene.options import Options
from toc.workspace import MemoryReader

PORT = 8137
HERE = f"http://127.0.0.1:{PORT}"
MODEL = 'vision school "Every pupil finishes school" { for pupils }\nactor pupils "Pupils"\n'


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Return a client of a preview of a model in memory."""
    analysis = analyse(MemoryReader({"model.toc": MODEL}), "model.toc")
    seen = Seen(Watched(), analysis=analysis, diagnostics=analysis.diagnostics, sources=analysis.sources)
    with TestClient(application(Preview(seen, lambda: seen, Options()), PORT), base_url=HERE) as found:
        yield found


@pytest.mark.parametrize("path", ["/", "/picture.svg", "/nothing"])
@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"127.0.0.1.evil:{PORT}", ""]
)
def test_another_host_is_refused(client: TestClient, path: str, host: str) -> None:
    """A request that names another host, as after DNS rebinding, gets nothing."""
    answer = client.get(path, headers={"Host": host})

    assert (answer.status_code, "school" in answer.text) == (403, False)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_this_host_is_answered(client: TestClient, name: str) -> None:
    """A request that names this machine and the port is answered."""
    assert client.get("/", headers={"Host": f"{name}:{PORT}"}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1"])
def test_another_origin_is_refused(client: TestClient, origin: str) -> None:
    """Scripts of other pages get nothing, neither the page, nor the picture, nor the line."""
    assert client.get("/", headers={"Origin": origin}).status_code == 403
    assert client.get("/picture.svg", headers={"Origin": origin}).status_code == 403
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/live", headers={"Origin": origin}):
        pass


@pytest.mark.parametrize("origin", [HERE, f"http://localhost:{PORT}", None])
def test_the_page_itself_and_programs_are_told(client: TestClient, origin: str | None) -> None:
    """The page's own script, and programs that name no origin, are told of the picture."""
    headers = {"Host": f"127.0.0.1:{PORT}"} | ({"Origin": origin} if origin else {})
    with client.websocket_connect("/live", headers=headers) as line:
        assert "Every pupil" in line.receive_text()


def test_nobody_may_frame_or_keep_the_page(client: TestClient) -> None:
    """The page may stand in no other page, and no cache keeps what may be private; its own policy names its script."""
    answer = client.get("/")

    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'; script-src 'sha256-" in answer.text.replace("&#39;", "'").replace("&#x27;", "'")
    assert "connect-src 'self'" in answer.text.replace("&#39;", "'").replace("&#x27;", "'")


@pytest.mark.parametrize(("path", "status"), [("/nothing", 404), ("/../toc.toml", 404), ("/live", 404)])
def test_nothing_else_is_there(client: TestClient, path: str, status: int) -> None:
    """No file of the disk can be asked for."""
    assert client.get(path).status_code == status


def test_nothing_can_be_sent(client: TestClient) -> None:
    """The preview only tells: what would change something is refused."""
    assert {client.request(method, "/").status_code for method in ("POST", "PUT", "DELETE", "PATCH")} == {405}
