"""What the parts of LlamaIndex answer as they come, without ours: the distance to it is measured in one run.

Pages by pypdf, SentenceSplitter, the same embedder, its default vector store and retriever, CitationQueryEngine. Without a
language model, the engine's answer is its first source, which is the best that it can say without one; with a model,
what the model says, and the sources that it numbers. Nothing is checked, and nothing makes it abstain but the model.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.llms import CompletionResponse, CompletionResponseGen, CustomLLM, LLMMetadata
from llama_index.core.llms.callbacks import llm_completion_callback
from llama_index.core.llms.llm import LLM
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.query_engine import CitationQueryEngine
from pypdf import PdfReader

from radsassistent.archive import Archive, Passage

# As many as are looked at for the rank of the first right slide.
RETRIEVED = 10
_SOURCE = re.compile(r"Source 1:\n(?P<text>.*?)(?=\nSource 2:\n|\n-{3,}\nQuery:)", re.DOTALL)
_CITED = re.compile(r"\[(\d+)\]")
# What CitationQueryEngine puts before the text of each source.
_SOURCE_HEAD = re.compile(r"^Source \d+:\n")


class FirstSource(CustomLLM):
    """Stands in for a language model: answers with the first source, and cites it."""

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(model_name="første kilde", context_window=32_000)

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        found = list(_SOURCE.finditer(prompt))
        return CompletionResponse(text=f"{found[-1]['text'].strip()} [1]" if found else "")

    @llm_completion_callback()
    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        yield self.complete(prompt, formatted, **kwargs)


def peer(archive: Archive, llm: LLM | None = None) -> Callable[[str, str | None], Mapping[str, Any]]:
    """A callable like the assistant's, over the same documents; a conversation is to it a row of single questions."""
    nodes = SentenceSplitter().get_nodes_from_documents(list(_pages(archive)))
    index = VectorStoreIndex(nodes, embed_model=archive.embedder)
    engine = CitationQueryEngine.from_args(
        index, llm=llm or FirstSource(), retriever=index.as_retriever(similarity_top_k=RETRIEVED)
    )

    def ask(question: str, chat: str | None) -> Mapping[str, Any]:
        began = time.perf_counter()
        response = engine.query(question)
        said = str(response)
        sources = [node.metadata | {"score": node.score or 0.0} for node in response.source_nodes]
        numbers = dict.fromkeys(int(number) for number in _CITED.findall(said))
        cited = [sources[number - 1] for number in numbers if 0 < number <= len(sources)]
        return {
            "answer": _SOURCE_HEAD.sub("", _CITED.sub("", said)).strip(),
            "abstained": not said.strip(),
            "citations": [{"document": source["document"], "slide": source["slide"]} for source in cited],
            "retrieved": [{key: source[key] for key in ("document", "slide", "score")} for source in sources],
            "ms": {"total": 1000 * (time.perf_counter() - began)},
        }

    return ask


def _pages(archive: Archive) -> Iterator[Document]:
    """The pages as pypdf reads them; of documents that are no PDF, the text that this program read."""
    snapshot = archive.snapshot()
    names: dict[str, Passage] = {passage.sha256: passage for passage in snapshot.passages.values()}
    for sha256, passage in names.items():
        path = archive.original(sha256)
        slides = sorted(slide for key, slide in snapshot.slide_texts if key == sha256)
        pages = PdfReader(path).pages if path.suffix == ".pdf" else None
        for slide in slides:
            text = pages[slide - 1].extract_text() if pages is not None else snapshot.slide_texts[sha256, slide]
            data = {"document": passage.document, "slide": slide}
            # What it cites by is not part of the text, as a reader of files would have it.
            yield Document(
                text=text, metadata=data, excluded_embed_metadata_keys=list(data), excluded_llm_metadata_keys=list(data)
            )
