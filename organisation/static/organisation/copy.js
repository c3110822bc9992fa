/* Copy buttons of the bank accounts: they appear only where the browser can copy. */
const status = document.querySelector(".copied");

async function copy(button) {
  // Emptied first, so that the same words are read out again.
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = button.dataset.said;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

if (status && navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
