// Runs once, in the element with the examples: an example is asked when it is pressed.
element.addEventListener("click", (event) => {
  const asked = event.target.closest(".ask-this");
  if (asked) trigger("submit", { question: asked.dataset.question });
});
