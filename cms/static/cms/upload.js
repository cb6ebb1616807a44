// A choice for a whole part is shown at each of its texts, whose own choices count from then on.
for (const whole of document.querySelectorAll("select[data-whole-part]")) {
  whole.addEventListener("change", () => {
    if (whole.value === "") return;
    for (const own of whole.closest("fieldset").querySelectorAll("select:not([data-whole-part])")) own.value = whole.value;
    whole.value = "";
  });
}
