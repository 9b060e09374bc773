"""The tools for language models, used by an MCP client over HTTP."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from tests.serving import Guest, served
from tests.two_councils import FANTASI, OPPDIKT_DECK

from radsassistent.answers import Assistant
from radsassistent.settings import Settings
from radsassistent.web.access import LogIn
from radsassistent.web.request_limit import LARGEST_REQUEST
from radsassistent.web.sessions import Sessions
from radsassistent.web.site import site
from radsassistent.web.users import Users

PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
ACCEPT = "application/json, text/event-stream"


def speaking(address, act):
    """What `act` gets from a session of an MCP client."""

    async def session():
        async with streamable_http_client(f"{address}/mcp") as (read, write, _), ClientSession(read, write) as speaking:
            await speaking.initialize()
            return await act(speaking)

    # In a thread of its own: where a browser is driven before, this one has a loop that runs.
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, asyncio.wait_for(session(), 60)).result()


@pytest.fixture(scope="module")
def mcp(councils):
    with served(site(Assistant(councils), councils, settings=Settings(mcp=True))) as serving:
        yield serving


@pytest.fixture
def call(mcp):
    def calling(tool, **arguments):
        return speaking(mcp.address, lambda session: session.call_tool(tool, arguments))

    return calling


def test_the_three_tools_are_listed_and_no_event_of_the_pages(mcp):
    listed = speaking(mcp.address, lambda session: session.list_tools()).tools
    assert [tool.name for tool in listed] == ["sok", "spor", "vedtak"]


def test_each_tool_tells_what_it_is_for_and_what_each_parameter_is(mcp):
    listed = {tool.name: tool for tool in speaking(mcp.address, lambda session: session.list_tools()).tools}
    for tool in listed.values():
        assert len(tool.description) > 150
        for name, parameter in tool.inputSchema["properties"].items():
            assert parameter["description"], name
    assert listed["spor"].inputSchema["required"] == ["question"]
    assert listed["sok"].inputSchema["properties"]["limit"] == {
        "type": "integer",
        "default": 5,
        "description": "The most slides to give, 1 to 50.",
    }
    assert "avvist" in listed["vedtak"].inputSchema["properties"]["status"]["enum"]
    assert "request" not in listed["vedtak"].inputSchema["properties"]


def test_searching_gives_slides(call):
    found = json.loads(call("sok", question="grønne traktorer", limit=2).content[0].text)
    assert (found["slides"][0]["document"], found["slides"][0]["slide"]) == (OPPDIKT_DECK, 5)
    assert len(found["slides"]) == 2


def test_searching_stays_in_a_body(call):
    found = json.loads(call("sok", question="Hva handler sak 5/31 om?", bodies=[FANTASI]).content[0].text)
    assert {slide["body"] for slide in found["slides"]} == {FANTASI}


def test_asking_gives_sentences_with_quotes(call):
    said = json.loads(call("spor", question="Hva koster forvaltning av traktorer i 2031?").content[0].text)
    assert said["sentences"][0]["citations"][0]["quote"] == "17,5"


def test_asking_goes_on_from_earlier_questions(call):
    said = call("spor", question="Når begynner den?", earlier_questions=["Hvem legger frem sak 6/31?"])
    assert "09:45" in json.loads(said.content[0].text)["answer"]


def test_the_register_is_read_and_filtered(call):
    found = json.loads(call("vedtak", status="forslag", text="vaffeljern").content[0].text)
    assert [(row["status"], row["case"]) for row in found["decisions"]] == [("forslag", "6/31")]


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("spor", {"question": " "}, "«question» er tom."),
        ("sok", {"question": "x", "limit": 51}, "«limit» må være høyst 50."),
        ("vedtak", {"from_date": "i går"}, "«from» må være en dato som 2026-02-12."),
        ("vedtak", {"from_date": "2031-05-01", "to_date": "2031-04-01"}, "«to» er før «from». Bytt om på datoene."),
    ],
)
def test_what_cannot_be_used_is_told_kindly(call, tool, arguments, told):
    result = call(tool, **arguments)
    assert result.isError
    assert result.content[0].text == told


@pytest.mark.parametrize(("tool", "arguments"), [("vedtak", {"status": "bestemt"}), ("arrive", {})])
def test_what_is_no_tool_or_no_value_of_one_is_refused(call, tool, arguments):
    assert call(tool, **arguments).isError


def test_what_went_wrong_inside_is_not_told(small_archive, said):
    broken = site(said.assistant(error=KeyError("secret detail")), small_archive, settings=Settings(mcp=True))
    with served(broken) as serving:
        result = speaking(serving.address, lambda session: session.call_tool("spor", {"question": "Hvem?"}))
    assert result.isError
    assert result.content[0].text.startswith("Beklager")


def test_nobody_comes_in_before_logging_in(councils, tmp_path):
    access = LogIn(Users(tmp_path / "users.toml"), Sessions(3600))
    with served(site(Assistant(councils), councils, access, Settings(mcp=True))) as serving:
        reply = serving.post("/mcp", PING, Accept=ACCEPT)
    assert reply.status == reply.json["status"] == 401


def test_the_tools_know_whom_they_are_called_for(councils):
    asked = []

    class Watching(Guest):
        def reader(self, request):
            asked.append(super().reader(request).name)
            return super().reader(request)

    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "vedtak", "arguments": {}}}
    with served(site(Assistant(councils), councils, Watching(), Settings(mcp=True))) as serving:
        reply = serving.post("/mcp", call, Accept=ACCEPT)
    assert reply.status == 200
    assert asked == ["gjest", "gjest"]


def test_a_page_in_a_browser_does_not_come_in(mcp):
    assert mcp.post("/mcp", PING, Accept=ACCEPT).status == 200
    assert mcp.post("/mcp", PING, Accept=ACCEPT, Origin=mcp.address).status == 403


def test_a_message_that_is_too_large_is_refused(mcp):
    assert mcp.post("/mcp", {**PING, "params": "x" * LARGEST_REQUEST}, Accept=ACCEPT).status == 413


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_only_messages_are_taken(mcp, method):
    assert mcp.request(method, "/mcp", Accept="text/event-stream").status == 405


@pytest.mark.parametrize(
    "path", ["", "/", "/gradio_api/mcp/", "/gradio_api/mcp/schema", "/gradio_api/mcp/sse", "/config"]
)
def test_gradios_own_addresses_are_closed(mcp, path):
    assert mcp.get(f"/mcp-verktoy{path}").status == 404


def test_there_are_no_tools_unless_they_are_wanted(councils):
    with served(site(Assistant(councils), councils)) as serving:
        assert serving.post("/mcp", PING, Accept=ACCEPT).status == 404
