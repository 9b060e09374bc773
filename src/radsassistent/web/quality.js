// Runs once, in the element of the page of quality. Everything it shows comes from the server as HTML, but plain sentences.
const app = element.querySelector("#quality-app");
const said = JSON.parse(app.dataset.said);
const find = (selector) => element.querySelector(selector);
const [figures, notice, asked, form, gold] = ["#figures", "#quality-notice", "#asked", "#gold-form", "#gold"].map(find);
let shown = "bad";
let busy = false;

class Refusal extends Error {}

async function ask(path, options = {}) {
  let answer;
  try {
    const headers = { "X-Radsassistent": "1", Accept: "text/html, text/plain", ...options.headers };
    answer = await fetch(app.dataset.base + path, { ...options, headers });
  } catch {
    throw new Refusal(said.noContact);
  }
  if (answer.status === 401 || answer.status === 403) throw new Refusal(said.refused);
  if (!answer.ok && answer.status !== 409) throw new Refusal(said.noContact);
  const text = answer.status === 204 ? "" : await answer.text();
  if (!answer.ok) throw new Refusal(text);
  return text;
}

const post = (path, value) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value ?? {}) });

function tell(message, where = notice) {
  where.replaceChildren();
  if (!message) return;
  const told = document.createElement("p");
  told.className = "notice";
  told.textContent = message;
  where.append(told);
  told.scrollIntoView({ block: "nearest" });
}

// One thing at a time: a second click while the first is under way does nothing.
async function once(work) {
  if (busy) return;
  busy = true;
  try {
    tell("");
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(error.message);
  } finally {
    busy = false;
  }
}

async function list(older = "") {
  const content = await ask(`/spurt?vis=${shown}${older ? `&eldre=${older}` : ""}`);
  if (!older) {
    asked.innerHTML = content;
    return;
  }
  const more = document.createElement("div");
  more.innerHTML = content;
  const first = more.querySelector(".asked > li");
  asked.querySelector("[data-older]").remove();
  asked.querySelector(".asked").append(...more.querySelectorAll(".asked > li"));
  const next = more.querySelector("[data-older]");
  if (next) asked.append(next);
  first?.querySelector("button")?.focus();
}

async function goldList() {
  gold.innerHTML = await ask("/fasit");
}

function open(content) {
  form.innerHTML = content;
  form.querySelector("h3")?.focus();
  form.scrollIntoView({ block: "nearest" });
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("button");
  if (!target) return;
  const number = form.querySelector("form")?.dataset.number;
  if (target.dataset.shown) {
    shown = target.dataset.shown;
    once(async () => {
      await list();
      asked.querySelector(`[data-shown=${shown}]`).focus();
    });
  } else if (target.dataset.older) {
    once(() => list(target.dataset.older));
  } else if (target.dataset.make) {
    once(async () => {
      open(await post("/fasit", { asked: target.dataset.make }));
      await goldList();
    });
  } else if (target.dataset.gold) {
    once(async () => open(await ask(`/fasit/${target.dataset.gold}`)));
  } else if ("close" in target.dataset) {
    form.replaceChildren();
    gold.querySelector("button")?.focus();
  } else if ("delete" in target.dataset) {
    if (!confirm(said.delete)) return;
    once(async () => {
      await post(`/fasit/${number}/slett`);
      form.replaceChildren();
      await goldList();
    });
  }
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = event.target.elements;
  const values = Object.fromEntries(
    ["question", "answers", "slides", "forbidden", "meeting", "kind", "language", "split", "max_words"].map((name) => [name, fields[name].value]),
  );
  values.near_miss = fields.near_miss.checked;
  once(async () => {
    open(await post(`/fasit/${event.target.dataset.number}`, values));
    await goldList();
  });
});

Promise.all([ask("/tall"), list(), goldList()]).then(
  ([content]) => {
    figures.innerHTML = content;
    app.hidden = false;
  },
  (error) => tell(error.message, find("#quality-refused")),
);
