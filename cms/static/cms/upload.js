// A choice for a whole part is shown at each of its texts, whose own choices count from then on.
for (const whole of document.querySelectorAll("select[data-whole-part]")) {
  whole.addEventListener("change", () => {
    if (whole.value === "") return;
    for (const own of whole.closest("fieldset").querySelectorAll("select[name^='item-']")) own.value = whole.value;
    whole.value = "";
  });
}

// What was chosen isn't lost by a wrong key or a closed tab.
const form = document.querySelector("form[data-unsaved]");
let unsaved = false;
form.addEventListener("change", () => { unsaved = true; });
form.addEventListener("input", () => { unsaved = true; });
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input, select")) event.preventDefault();
});
form.addEventListener("submit", (event) => {
  const asks = event.submitter?.dataset.confirm;
  if (asks && !window.confirm(asks)) event.preventDefault();
  else unsaved = false;
});
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
