// Runs once, in the element that holds the conversation. A citation shows its slide; a new turn comes into view.
const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

element.addEventListener("click", (event) => {
  const chip = event.target.closest(".chip");
  if (!chip) return;
  const turn = chip.closest(".turn");
  const wanted = chip.getAttribute("aria-controls");
  for (const other of turn.querySelectorAll(".chip")) {
    other.setAttribute("aria-pressed", String(other.getAttribute("aria-controls") === wanted));
  }
  for (const slide of turn.querySelectorAll(".slide")) slide.hidden = slide.id !== wanted;
  document.getElementById(wanted)?.scrollIntoView({ block: "nearest", behavior: motion() });
});

watch("value", () => {
  const turn = element.querySelector(".turn:last-child");
  turn?.scrollIntoView({ block: "start", behavior: motion() });
  // The example that was pressed is gone; who works by keyboard goes on from the answer.
  if (document.activeElement === document.body) turn?.focus({ preventScroll: true });
});
