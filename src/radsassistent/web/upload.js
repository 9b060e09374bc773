// Runs once, in the element of the page of uploads. Everything it shows comes from the server as HTML, but plain sentences.
const app = element.querySelector("#uploading");
const base = app.dataset.base;
const said = JSON.parse(app.dataset.said);
const find = (selector) => element.querySelector(selector);
const [status, share, notice, place, list] = ["#upload-status", "#upload-share", "#upload-notice", "#draft", "#drafts"].map(find);
const own = { "X-Radsassistent": "1", Accept: "text/html, text/plain" };
let busy = false;
let changed = false;
let open = null;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// `field` is what of the form it is about, if anything.
class Refusal extends Error {
  constructor(message, field = null) {
    super(message);
    this.field = field;
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(base + path, { ...options, headers: { ...own, ...options.headers } });
  } catch {
    throw new Refusal(said.noContact);
  }
  if (answer.status === 401 || answer.status === 403) throw new Refusal(said.refused);
  const text = answer.status === 204 ? "" : await answer.text();
  if (!answer.ok) throw new Refusal(answer.status >= 500 && answer.status !== 507 ? said.noContact : text, answer.headers.get("X-Felt"));
  return text;
}

const post = (path, value) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value ?? {}) });

function tell(messages) {
  notice.replaceChildren(
    ...messages.map((message) => {
      const told = document.createElement("p");
      told.className = "notice";
      told.textContent = message;
      return told;
    }),
  );
  if (messages.length) notice.scrollIntoView({ block: "nearest" });
}

// No button can be pressed while something is under way, not those either that arrive meanwhile.
function hold() {
  for (const button of element.querySelectorAll("button, input[type=file]")) button.disabled = busy;
}

// One thing at a time: a second click while the first is under way does nothing.
async function once(work) {
  if (busy) return;
  const pressed = document.activeElement;
  busy = true;
  app.setAttribute("aria-busy", "true");
  hold();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!blame(error)) tell([error.message]);
  } finally {
    busy = false;
    app.removeAttribute("aria-busy");
    hold();
    // A button that is disabled or taken away loses the focus.
    if (document.activeElement === document.body) (pressed.isConnected ? pressed : find("#upload-files")).focus();
  }
}

async function refresh() {
  list.innerHTML = await ask("");
  hold();
}

function show(content, focus = true) {
  place.innerHTML = content;
  hold();
  changed = false;
  if (focus) place.querySelector("h2")?.focus();
}

const remember = (id) => {
  open = id;
  history.replaceState(null, "", location.pathname + (id ? `#${id}` : ""));
};

// Only what tells of the progress is another; the button beside it stays the one that somebody is about to press.
function move(content) {
  const fresh = new DOMParser().parseFromString(content, "text/html");
  for (const part of [".steps", ".reading"]) place.querySelector(part)?.replaceWith(fresh.querySelector(part));
}

async function follow(id) {
  remember(id);
  for (let first = true; open === id; first = false) {
    const content = await ask(`/${id}`);
    if (open !== id) return;
    if (!first && content.includes("data-poll")) move(content);
    else show(content);
    const step = place.querySelector("[data-said]")?.textContent.split(":")[0] ?? said.ready;
    if (status.textContent !== step) status.textContent = step;
    if (!place.querySelector("[data-poll]")) break;
    await new Promise((done) => setTimeout(done, 600));
  }
  await refresh();
}

function send(id, file) {
  return new Promise((done, refuse) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}/${id}/fil?navn=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(own)) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => (share.value = event.loaded / Math.max(event.total, 1));
    request.onerror = () => refuse(new Refusal(said.noContact));
    request.onload = () => {
      if (request.status < 300) done();
      else if (request.status === 413) refuse(new Refusal(fill(said.tooLarge, { name: file.name, most: app.dataset.most })));
      else refuse(new Refusal(request.status < 500 || request.status === 507 ? request.responseText : said.noContact));
    };
    request.send(file);
  });
}

async function upload(files) {
  if (!files.length) return;
  tell([]);
  remember(null);
  show("", false);
  const refused = [];
  const most = Number(app.dataset.most) * 1e6;
  const wanted = files.filter((file) => file.size <= most || !refused.push(fill(said.tooLarge, { name: file.name, most: app.dataset.most })));
  tell(refused);
  if (!wanted.length) return;
  const { id } = JSON.parse(await post(""));
  share.hidden = false;
  let sent = 0;
  for (const file of wanted) {
    status.textContent = fill(said.uploading, { name: file.name });
    share.value = 0;
    try {
      await send(id, file);
      sent += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error.message);
    }
  }
  share.hidden = true;
  status.textContent = "";
  tell(refused);
  if (sent) {
    await post(`/${id}/les`);
    reading(id);
  } else {
    await post(`/${id}/forkast`);
  }
}

// Following goes on beside what else is done on the page.
function reading(id) {
  follow(id).catch((error) => {
    if (!(error instanceof Refusal)) throw error;
    remember(null);
    tell([error.message]);
    refresh().catch(() => {});
  });
}

// From the page of the meetings, to correct one that is published.
async function correct(key) {
  remember(null);
  reading(JSON.parse(await post("/av-mote", { meeting: key })).id);
}

function form() {
  const values = Object.fromEntries(["body", "date", "title", "classification"].map((name) => [name, place.querySelector(`[name=${name}]`).value]));
  values.rows = [...place.querySelectorAll("[data-document]")].flatMap((part) =>
    [...part.querySelectorAll(".ranges tbody tr")].map((row) => ({
      document: part.dataset.document,
      first: row.querySelector("[name=first]").value,
      last: row.querySelector("[name=last]").value,
      case: row.querySelector("[name=case]").value,
    })),
  );
  values.titles = [...place.querySelectorAll("[data-case]")].map((field) => ({ case: field.dataset.case, title: field.value }));
  return values;
}

async function save(values) {
  tell([]);
  forgive();
  show(await post(`/${open}/rett`, values));
}

const slideRows = () => [...place.querySelectorAll("[data-document] .ranges tbody tr")];

// What cannot be used is told at its field, and that is where one goes on.
function blame({ field, message }) {
  const row = field?.startsWith("row-") && slideRows()[Number(field.slice(4))];
  const boxes = row ? [...row.querySelectorAll("[name=first], [name=last]")] : [...place.querySelectorAll(`#utkast-${field}`)];
  const told = row ? row.closest("section").querySelector(".fault") : place.querySelector(`#utkast-${field}-feil`);
  if (!boxes.length || !told) return false;
  tell([]);
  place.querySelector(".draft > [role=status]")?.remove();
  told.textContent = message;
  for (const box of boxes) {
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", told.id);
  }
  boxes[0].focus();
  return true;
}

function forgive() {
  for (const told of place.querySelectorAll(".fault")) told.textContent = "";
  for (const box of place.querySelectorAll("[aria-invalid]")) {
    box.removeAttribute("aria-invalid");
    box.removeAttribute("aria-describedby");
  }
}

// What was read from the documents stands again.
async function takeBack(button) {
  const what = button.dataset.takeBack;
  const row = button.closest("tr");
  const values = { ...form(), back: what };
  const title = row?.querySelector("[data-case]")?.dataset.case;
  if (what === "case") values.rows[slideRows().indexOf(row)].back = true;
  if (what === "case-title") values.titles.find((each) => each.case === title).back = true;
  const [document, first] = what === "case" ? [button.closest("[data-document]").dataset.document, row.querySelector("[name=first]").value] : [];
  await save(values);
  const after = {
    case: () => slideRows().find((each) => each.closest("[data-document]").dataset.document === document && Number(each.querySelector("[name=last]").value) >= Number(first))?.querySelector("[name=case]"),
    "case-title": () => [...place.querySelectorAll("[data-case]")].find((each) => each.dataset.case === title),
  }[what];
  (after ? after() : place.querySelector(`#utkast-${what}`))?.focus();
}

function part(row) {
  const [first, last] = ["first", "last"].map((name) => row.querySelector(`[name=${name}]`));
  if (Number(last.value) <= Number(first.value)) return;
  const middle = Math.floor((Number(first.value) + Number(last.value)) / 2);
  const added = row.cloneNode(true);
  added.querySelector("details")?.remove();
  for (const told of added.querySelectorAll(".corrected, .take-back")) told.remove();
  added.querySelector("[name=first]").value = middle + 1;
  last.value = middle;
  row.after(added);
  changed = true;
  status.textContent = fill(said.part, { number: middle + 1 });
  added.querySelector("[name=first]").focus();
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("button");
  if (!target) return;
  if (target.dataset.open) {
    tell([]);
    reading(target.dataset.open);
  } else if ("split" in target.dataset) {
    part(target.closest("tr"));
  } else if (target.dataset.slide) {
    picture(target);
  } else if ("read" in target.dataset) {
    once(async () => {
      await post(`/${open}/les`);
      reading(open);
    });
  } else if (target.dataset.takeBack) {
    once(() => takeBack(target));
  } else if ("back" in target.dataset) {
    once(() => save({ back: true }));
  } else if ("discard" in target.dataset) {
    if (!confirm(target.dataset.discard)) return;
    once(async () => {
      const id = open;
      open = null;
      show(await post(`/${id}/forkast`), false);
      remember(null);
      status.textContent = "";
      tell([]);
      await refresh();
    });
  } else if ("publish" in target.dataset) {
    once(async () => {
      if (changed) {
        await save(form());
        return;
      }
      tell([]);
      const word = target.textContent;
      target.textContent = status.textContent = said.publishing;
      let content;
      try {
        content = await post(`/${open}/publiser`, { stand: place.querySelector("[data-stand]").dataset.stand });
      } finally {
        target.textContent = word;
      }
      show(content);
      if (!place.querySelector("[data-draft]")) remember(null);
      status.textContent = "";
      await refresh();
    });
  }
});

// A picture under the slide's line, on demand; a second press takes it away.
function picture(link) {
  const shown = link.parentElement.querySelector("img, .notice");
  link.setAttribute("aria-expanded", String(!shown));
  if (shown) {
    shown.remove();
    return;
  }
  const image = document.createElement("img");
  image.alt = fill(said.slide, { number: link.dataset.slide.split("/")[1] });
  image.onerror = () => {
    const told = document.createElement("p");
    told.className = "notice";
    told.textContent = said.noPicture;
    image.replaceWith(told);
  };
  image.src = `${base}/${open}/lysbilde/${link.dataset.slide}.png`;
  link.parentElement.append(image);
}

element.addEventListener("submit", (event) => {
  event.preventDefault();
  once(() => save(form()));
});

// The row after begins where this one ends.
element.addEventListener("change", (event) => {
  if (event.target.id === "upload-files") {
    const files = [...event.target.files];
    event.target.value = "";
    once(() => upload(files));
    return;
  }
  if (!event.target.closest(".draft")) return;
  changed = true;
  const row = event.target.closest("tr");
  const next = row?.nextElementSibling?.querySelector("[name=first]");
  const before = row?.previousElementSibling?.querySelector("[name=last]");
  if (event.target.name === "last" && next) next.value = Number(event.target.value) + 1;
  if (event.target.name === "first" && before) before.value = Number(event.target.value) - 1;
});
element.addEventListener("input", (event) => {
  if (event.target.closest(".draft")) changed = true;
  // What is told is of what stood there before.
  if (event.target.getAttribute("aria-invalid")) forgive();
});

const drop = find(".drop");
for (const kind of ["dragenter", "dragover"])
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  const files = [...event.dataTransfer.files];
  if (busy) tell([said.busy]);
  else once(() => upload(files));
});
addEventListener("beforeunload", (event) => {
  if (changed && place.querySelector(".draft")) event.preventDefault();
});

refresh().then(
  () => {
    app.hidden = false;
    const [asked, key] = location.hash.slice(1).split("=");
    if (key) once(() => correct(key));
    else if (asked) reading(asked);
  },
  (error) => {
    const told = document.createElement("p");
    told.className = "notice";
    told.textContent = error.message;
    find("#upload-refused").append(told);
  },
);
