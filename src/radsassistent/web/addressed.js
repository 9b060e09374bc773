// Runs once, in an element whose content follows the page's address: it is fetched from data-source with the address's
// query, and put into the element's parts. Links with data-goes and forms change the address without loading the page anew.
const root = element.querySelector("[data-source]");
const source = root.dataset.source;
let latest = 0;
let shown = "";

const part = (within, name) => within.querySelector(`[data-part="${name}"]`);

async function show({ parts = null, focus = null } = {}) {
  const mine = ++latest;
  shown = location.pathname + location.search;
  root.setAttribute("aria-busy", "true");
  let html, ok;
  try {
    const response = await fetch(source + location.search, { headers: { Accept: "text/html" } });
    html = await response.text();
    ok = response.ok;
  } catch {
    html = `<p class="notice" role="alert">${root.dataset.failed}</p>`;
    ok = false;
  }
  if (mine !== latest) return;
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  root.setAttribute("aria-busy", "false");
  const known = [...root.querySelectorAll("[data-part]")];
  if (!ok || !fresh.querySelector("[data-part]")) {
    (part(root, "faults") || root).innerHTML = fresh.innerHTML;
    return;
  }
  if (!known.length) root.replaceChildren(...fresh.childNodes);
  else for (const each of known) {
    if (!parts || parts.includes(each.dataset.part)) each.innerHTML = part(fresh, each.dataset.part)?.innerHTML ?? "";
  }
  for (const field of root.querySelectorAll("input[data-fault]")) {
    field.setAttribute("aria-invalid", String(field.dataset.fault.split(" ").some((id) => document.getElementById(id).textContent)));
    // As it was understood, unless more has been typed since.
    const understood = fresh.querySelector(`#${field.id}`);
    if (understood && field.value === new URLSearchParams(location.search).get(field.name)) field.value = understood.value;
  }
  const title = root.querySelector("[data-title]")?.dataset.title;
  if (title) document.title = title;
  for (const filters of root.querySelectorAll("details.filters:not([data-seen])")) {
    filters.dataset.seen = "";
    if (matchMedia("(min-width: 768px)").matches) filters.open = true;
  }
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const inner = target && target.querySelector("details");
  if (inner) inner.open = true;
  if (focus) root.querySelector(focus)?.focus({ preventScroll: true });
  if (target) target.scrollIntoView();
  else if (focus) scrollTo({ top: 0 });
}

// A row that is opened is in the address too, so that it is open again for who follows the address.
element.addEventListener("toggle", ({ target }) => {
  const row = target.matches(".entry details") && `#${target.parentElement.id}`;
  if (!row || target.open === (location.hash === row)) return;
  history.replaceState({}, "", location.pathname + location.search + (target.open ? row : ""));
}, true);

// Only what is filled in is in the address; the boxes stay as they are while their results change.
function sought(form, push) {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled).toString();
  const address = location.pathname + (query ? `?${query}` : "");
  if (address === location.pathname + location.search) return;
  history[push ? "pushState" : "replaceState"]({}, "", address);
  show({ parts: ["faults", "fra-fault", "til-fault", "periode-fault", "count", "exports", "found"] });
}

let typing = null;
const settle = () => { clearTimeout(typing); typing = null; };
element.addEventListener("submit", (event) => { event.preventDefault(); settle(); sought(event.target, true); });
element.addEventListener("change", (event) => { if (event.target.form && event.target.type !== "search") sought(event.target.form, true); });
element.addEventListener("input", (event) => {
  if (event.target.type !== "search") return;
  settle();
  typing = setTimeout(() => { settle(); sought(event.target.form, false); }, 350);
});
// Who goes on to something else at once, another language too, has what was just typed in the address.
element.addEventListener("focusout", (event) => {
  if (typing === null) return;
  settle();
  sought(event.target.form, false);
});
element.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-goes]");
  if (!link || link.pathname !== location.pathname || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  // The page has a base address, so that "#…" alone would lead away from it.
  if (link.dataset.goes === "within") { location.hash = link.hash; return; }
  history.pushState({}, "", link.href);
  const goes = link.dataset.goes;
  if (goes === "stay") show({ parts: ["found"] });
  else if (goes === "row") show({ focus: `${link.hash} summary` });
  else show({ focus: goes === "form" ? "input[type=search]" : "h2[tabindex]" });
});
// Also said of a jump within the page, which changes nothing of what is shown.
addEventListener("popstate", () => { settle(); if (root.isConnected && shown !== location.pathname + location.search) show(); });
show();
