// Runs once, in the head of a page. The reader's look (light or dark) is the machine's until they choose, and is remembered.
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
