// Runs once, in the head of a page. The reader's look (light or dark) is the machine's until they choose, and is remembered.
// Another language is read where the reader is: what the address says goes with them.
const root = document.documentElement;
const night = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : night.matches);
const tell = () => element.querySelector(".look")?.setAttribute("aria-pressed", String(isDark()));

element.addEventListener("click", (event) => {
  if (!event.target.closest(".look")) return;
  root.dataset.theme = isDark() ? "light" : "dark";
  // A browser that keeps nothing has the look for this page alone.
  try {
    localStorage.setItem("utseende", root.dataset.theme);
  } catch {}
  tell();
});
night.addEventListener("change", tell);
tell();

// Before the link is followed, also in a tab of its own or by its address.
for (const about of ["pointerdown", "click", "contextmenu", "focusin"]) {
  element.addEventListener(about, (event) => {
    const link = event.target.closest(".languages a");
    if (link) link.href = new URL(link.pathname + location.search + location.hash, location.origin).href;
  });
}
