// Runs once, in the element with the fields for where to search. What is chosen stands in data-scope of the fields.
const chooser = () => element.querySelector(".chooser");

// A case is of a meeting: only the cases of the meeting or body that is chosen are offered.
const offered = (all, where) => {
  const wanted = where ? JSON.parse(where) : {};
  const fits = (option) => {
    if (!option.value || !where) return true;
    const [body, day] = JSON.parse(option.value).meetings[0];
    return wanted.bodies?.includes(body) || wanted.meetings?.some(([b, d]) => b === body && d === day);
  };
  const copy = all.cloneNode(true);
  for (const option of copy.querySelectorAll("option")) if (!fits(option)) option.remove();
  for (const group of copy.querySelectorAll("optgroup")) if (!group.children.length) group.remove();
  return [...copy.childNodes];
};

let cases = null;
const chosen = () => {
  const [where, ofCase] = [element.querySelector(".where"), element.querySelector(".of-case")];
  const said = element.querySelector(".chosen");
  chooser().dataset.scope = ofCase.value || where.value;
  const named = [];
  if (where.value) {
    const option = where.selectedOptions[0];
    const body = JSON.parse(where.value).meetings ? `${option.parentElement.label} ` : "";
    named.push(body + option.label);
  }
  if (ofCase.value) named.push(ofCase.selectedOptions[0].label);
  said.textContent = named.join(", ") || said.dataset.all;
};

element.addEventListener("change", (event) => {
  const ofCase = element.querySelector(".of-case");
  if (event.target.classList.contains("where")) {
    const kept = ofCase.value;
    cases ??= ofCase.cloneNode(true);
    ofCase.replaceChildren(...offered(cases, event.target.value));
    ofCase.value = kept;
    if (ofCase.selectedIndex < 0) ofCase.value = "";
  }
  chosen();
});

// A filter that was taken away from an answer is not to come back with the next question.
document.addEventListener("radsassistent:everywhere", () => {
  if (!chooser()) return;
  element.querySelector(".where").value = "";
  if (cases) element.querySelector(".of-case").replaceChildren(...offered(cases, ""));
  element.querySelector(".of-case").value = "";
  chosen();
});
