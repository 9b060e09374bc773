// Runs once, in the element that holds the conversation, after viewer.js: citations, what can be done with an answer, and
// the questions that are kept over a reload of the tab.
const KEPT = "radsassistent.samtale";
const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
const turns = () => [...element.querySelectorAll(".turn")];
const askedOf = (turn) => ({ question: turn.dataset.question, scope: JSON.parse(turn.dataset.scope) });
const box = () => document.querySelector("#question textarea");
const say = (...parts) => document.querySelector("#status p")?.replaceChildren(...parts);

// Which citation of each turn is open, by the turn's place; the HTML is made anew with every answer.
const open = new Map();
let wantedSlide = null;

const openCitation = (turn, identifier, bringIntoView) => {
  for (const chip of turn.querySelectorAll(".chip")) {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-controls") === identifier));
  }
  for (const slide of turn.querySelectorAll(".slide")) slide.hidden = slide.id !== identifier;
  const figure = document.getElementById(identifier);
  showSlide(figure, Number(figure.dataset.slide));
  if (bringIntoView) figure.scrollIntoView({ block: "nearest", behavior: motion() });
};

const put = (text) => {
  box().value = text;
  box().dispatchEvent(new Event("input", { bubbles: true }));
  box().focus();
};

const copied = async (text, said) => {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
    } else {
      // Addresses without https have no clipboard of the new kind.
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) throw new Error("copy");
    }
    return said;
  } catch {
    return words().notCopied;
  }
};

const link = (turn) => {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set("q", turn.dataset.alone);
  const slide = turn.querySelector(".slide:not([hidden])");
  if (slide) address.searchParams.set("lysbilde", String(shownNumber(slide)));
  if (turn.dataset.scope !== "{}") address.searchParams.set("omfang", turn.dataset.scope);
  return address.href;
};

const printed = async (turn) => {
  turn.classList.add("printed");
  const images = [...turn.querySelectorAll(".slide img")];
  for (const image of images) image.loading = "eager";
  await Promise.all([
    ...images.map((image) => image.decode().catch(() => {})),
    ...[...turn.querySelectorAll(".slide")].map((slide) => showSlide(slide, shownNumber(slide))),
  ]);
  window.print();
  turn.classList.remove("printed");
};

const deeds = {
  copy: async (turn, button) => tellOn(button, await copied(turn.dataset.copy, words().copied)),
  link: async (turn, button) => tellOn(button, await copied(link(turn), words().linkCopied)),
  edit: (turn) => put(turn.dataset.question),
  again: (turn) => trigger("submit", { ...askedOf(turn), again: Number(turn.dataset.turn) }),
  print: (turn) => printed(turn),
};

// For the eye on the button that was pressed, for the ear in the line that is read out.
const tellOn = (button, text) => {
  button.dataset.said ??= button.textContent;
  button.textContent = text;
  say(text);
  setTimeout(() => (button.textContent = button.dataset.said), 2500);
};

const rate = (turn, good, comment) => trigger("like", { turn: Number(turn.dataset.turn), good, comment });

element.addEventListener("click", (event) => {
  const turn = event.target.closest(".turn");
  const button = event.target.closest("button");
  if (!turn || !button) return;
  if (button.matches(".chip")) {
    open.set(turn.dataset.turn, button.getAttribute("aria-controls"));
    openCitation(turn, button.getAttribute("aria-controls"), true);
  } else if (button.matches(".ask-this")) {
    trigger("submit", { question: button.dataset.question, scope: JSON.parse(button.dataset.scope) });
  } else if (button.matches(".filter")) {
    document.dispatchEvent(new Event("radsassistent:everywhere"));
    const again = Number(turn.dataset.turn);
    trigger("submit", { question: turn.dataset.question, scope: JSON.parse(button.dataset.scope), again });
  } else if (button.dataset.do) {
    deeds[button.dataset.do](turn, button);
  } else if (button.dataset.good) {
    for (const other of turn.querySelectorAll("[data-good]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    const comment = turn.querySelector(".comment");
    comment.hidden = false;
    comment.scrollIntoView({ block: "nearest", behavior: motion() });
    rate(turn, button.dataset.good === "true", "");
  }
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const turn = event.target.closest(".turn");
  const pressed = turn.querySelector("[data-good][aria-pressed='true']");
  rate(turn, pressed?.dataset.good === "true", turn.querySelector(".comment textarea").value);
  turn.querySelector(".comment").hidden = true;
  pressed?.focus();
});

const keep = () => {
  const kept = turns().filter((turn) => turn.dataset.question !== undefined).map(askedOf);
  // Only this tab, and gone with it: others may use the machine. A browser that keeps nothing starts anew on a reload.
  try {
    if (kept.length) sessionStorage.setItem(KEPT, JSON.stringify({ key: words().key, turns: kept }));
  } catch {}
};

const openTurn = (turn) => {
  const figures = [...turn.querySelectorAll(".slide")];
  if (!figures.length) return;
  const before = open.get(turn.dataset.turn);
  const wanted = wantedSlide && figures.find((figure) => figure.dataset.slide === wantedSlide);
  openCitation(turn, (wanted ?? figures.find((figure) => figure.id === before) ?? figures[0]).id, false);
};

let before = 0;
watch("value", () => {
  const all = turns();
  const last = all.at(-1);
  for (const turn of all) {
    if (turn === last && turn.dataset.question !== undefined && all.length !== before) open.delete(turn.dataset.turn);
    openTurn(turn);
  }
  const at = document.activeElement;
  // What was pressed is gone; who works by keyboard goes on from the answer, and from the box where it was stopped.
  const lost = at === document.body || !at.checkVisibility();
  if (!last) {
    if (lost) box().focus();
    return;
  }
  const isPending = last.classList.contains("pending");
  if (!isPending) {
    before = all.length;
    wantedSlide = null;
    // Until it is answered, the address holds the question that a link asks: a reload or another language asks it again.
    if (new URLSearchParams(location.search).has("q")) history.replaceState(null, "", location.pathname);
    keep();
  }
  // Words of another language than the page's are read as such.
  const told = (node) => (node.lang ? node.cloneNode(true) : node.textContent);
  const said = [...last.querySelectorAll(".sentence")].flatMap((sentence) => [...[...sentence.childNodes].map(told), " "]);
  say(...(isPending ? [words().looking] : [`${words().answer}: `, ...said]));
  last.scrollIntoView({ block: "start", behavior: motion() });
  if (lost) last.focus({ preventScroll: true });
});

// A link asks its question; a reload brings back what was asked in this tab. Both once the page can be asked.
const arrive = () => {
  const asked = new URLSearchParams(location.search);
  if (asked.get("q")) {
    wantedSlide = asked.get("lysbilde");
    let scope = null;
    try {
      scope = JSON.parse(asked.get("omfang") ?? "null");
    } catch {}
    trigger("submit", { question: asked.get("q"), scope });
    return;
  }
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  } catch {}
  if (kept?.turns?.length) trigger("retry", { key: kept.key, turns: kept.turns });
};
arrive();
