// Runs before conversation.js in the element that holds the conversation: slides with their marks, their neighbours, and closer.
const words = () => element.querySelector(".turns").dataset;
const filled = (text, fills) => text.replace(/\{(\w+)\}/g, (_, name) => fills[name] ?? "");
const known = new Map();

// What the server tells of a slide: its case, how many there are, where the quoted words stand. Asked for once.
const told = (figure, number) => {
  const { sha, slide, quotes, about } = figure.dataset;
  const query = new URLSearchParams();
  if (Number(slide) === number) {
    for (const quote of JSON.parse(quotes).slice(0, 40)) query.append("ord", quote.slice(0, 4000));
    query.set("om", about.slice(0, 4000));
  }
  const address = `/lysbilde/${sha}/${number}.json?${query}`;
  if (!known.has(address)) {
    known.set(
      address,
      fetch(address).then((response) => {
        if (!response.ok) throw new Error(response.status);
        return response.json();
      }),
    );
    known.get(address).catch(() => known.delete(address));
  }
  return known.get(address);
};

const picture = (figure, number, width) => `/lysbilde/${figure.dataset.sha}/${number}.png?bredde=${width}`;

const marksOf = (view) =>
  view.marks.map(([left, top, width, height]) => {
    const mark = document.createElement("span");
    mark.className = "mark";
    // A little wider than the words, so that the mark does not cut them.
    Object.assign(mark.style, {
      left: `${100 * left - 0.3}%`,
      top: `${100 * top - 0.2}%`,
      width: `${100 * width + 0.6}%`,
      height: `${100 * height + 0.4}%`,
    });
    return mark;
  });

const shownNumber = (figure) => Number(figure.dataset.now ?? figure.dataset.slide);

const showSlide = async (figure, number) => {
  const cited = Number(figure.dataset.slide);
  const moved = shownNumber(figure) !== number;
  figure.dataset.now = number;
  const image = figure.querySelector("img");
  const marks = figure.querySelector(".marks");
  if (moved) {
    marks?.replaceChildren();
    if (image) {
      figure.dataset.alt ??= image.alt;
      const name = figure.querySelector(".document").textContent;
      image.alt = number === cited ? figure.dataset.alt : filled(words().picture, { slide: number, document: name });
      image.srcset = `${picture(figure, number, 800)} 800w, ${picture(figure, number, 1280)} 1280w`;
      image.src = picture(figure, number, 800);
    }
  }
  const link = figure.querySelector(".original");
  link.href = link.href.replace(/#page=\d+$/, `#page=${number}`);
  figure.querySelector(".back").hidden = number === cited;
  let view;
  try {
    view = await told(figure, number);
  } catch {
    return;
  }
  if (shownNumber(figure) !== number) return;
  const [earlier, later] = figure.querySelectorAll(".step");
  earlier.disabled = number <= 1;
  later.disabled = number >= view.of;
  figure.querySelector(".place").textContent = view.of ? filled(words().place, { slide: number, of: view.of }) : "";
  const label = figure.querySelector(".label");
  figure.dataset.label ??= label.textContent;
  const named = view.case?.replace(/^sak(?= )/, words().case) ?? "";
  const name = named && named[0].toUpperCase() + named.slice(1);
  const said = filled(name ? words().label : words().labelAlone, { case: name, slide: number });
  label.textContent = number === cited ? figure.dataset.label : said;
  if (view.why) {
    const lines = view.text.split("\n").map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    });
    figure.querySelector(".slide-text .lines").replaceChildren(...lines);
  }
  marks?.replaceChildren(...marksOf(view));
};

// Closer: the whole window for one slide; bigger and smaller by buttons, by + and -, or by two fingers.
const dialog = document.createElement("dialog");
dialog.className = "closer-look";
document.body.append(dialog);
let looked = null;
let size = 1;

const resize = (change) => {
  const frame = dialog.querySelector(".frame");
  const canvas = dialog.querySelector(".canvas");
  const [x, y] = [
    (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth,
    (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight,
  ];
  size = Math.min(4, Math.max(1, change));
  canvas.style.width = `${100 * size}%`;
  frame.scrollTo(x * frame.scrollWidth - frame.clientWidth / 2, y * frame.scrollHeight - frame.clientHeight / 2);
  dialog.querySelector("[data-size='smaller']").disabled = size <= 1;
  dialog.querySelector("[data-size='bigger']").disabled = size >= 4;
};

const lookCloser = (figure) => {
  looked = figure;
  const number = shownNumber(figure);
  const button = (name, said) => {
    const made = document.createElement("button");
    made.type = "button";
    made.dataset.size = name;
    made.textContent = said;
    return made;
  };
  const tools = document.createElement("div");
  tools.className = "slide-tools";
  const label = document.createElement("strong");
  label.textContent = figure.querySelector(".label").textContent;
  tools.append(label, button("smaller", words().smaller), button("bigger", words().bigger), button("close", words().close));
  const frame = document.createElement("div");
  frame.className = "frame";
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", words().closer);
  const canvas = document.createElement("div");
  canvas.className = "canvas picture";
  const image = document.createElement("img");
  image.alt = figure.querySelector("img").alt;
  image.src = picture(figure, number, 2400);
  const marks = figure.querySelector(".marks").cloneNode(true);
  canvas.append(image, marks);
  frame.append(canvas);
  dialog.replaceChildren(tools, frame);
  dialog.setAttribute("aria-label", words().closer);
  dialog.showModal();
  resize(1);
  // A slide lies; on a phone that stands it would be as small as beside the answer.
  if (frame.clientHeight > frame.clientWidth) {
    resize(2);
    marks.firstElementChild?.scrollIntoView({ block: "nearest", inline: "center" });
  }
  dialog.querySelector("[data-size='bigger']").focus();
};

dialog.addEventListener("click", (event) => {
  const what = event.target.closest("[data-size]")?.dataset.size;
  if (what === "close") dialog.close();
  if (what === "bigger") resize(size * 1.5);
  if (what === "smaller") resize(size / 1.5);
});
dialog.addEventListener("keydown", (event) => {
  if (event.key === "+" || event.key === "-") {
    event.preventDefault();
    resize(event.key === "+" ? size * 1.5 : size / 1.5);
  }
});
dialog.addEventListener("close", () => looked?.querySelector(".closer")?.focus());

element.addEventListener("click", (event) => {
  const figure = event.target.closest(".slide");
  if (!figure) return;
  const step = event.target.closest(".step");
  if (step) showSlide(figure, shownNumber(figure) + Number(step.dataset.step));
  if (event.target.closest(".back")) {
    showSlide(figure, Number(figure.dataset.slide));
    figure.querySelector(".step").focus();
  }
  if (event.target.closest(".closer") || (event.target.closest(".picture") && figure.querySelector(".closer"))) {
    lookCloser(figure);
  }
});
element.addEventListener(
  "error",
  (event) => {
    if (event.target.tagName === "IMG") event.target.alt = words().failed;
  },
  true,
);
