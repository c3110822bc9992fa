// Puts a similar text into the field of its open text, where it can be changed before it is saved.

for (const button of document.querySelectorAll("[data-into]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.into);
    field.value = button.dataset.text;
    field.focus();
  });
}
