// Keeps "What will happen" in step with the dates that are being typed.
const FIELDS = ["go_live_at", "expire_at", "release"];
const PAUSE = 300;
let waiting;

function values(form) {
  const typed = new FormData(form);
  return FIELDS.map((name) => [name, typed.get(name) ?? ""]);
}

async function refresh(box, form) {
  const query = new URLSearchParams([["page", box.dataset.page], ...values(form)]);
  const response = await fetch(`${box.dataset.forecast}?${query}`, { headers: { "X-Requested-With": "fetch" } });
  if (response.ok) box.innerHTML = await response.text();
}

function changed(event) {
  const box = document.querySelector("[data-forecast]");
  if (!box || !FIELDS.includes(event.target.name)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => refresh(box, event.target.form ?? box.closest("form")), PAUSE);
}

// The dialog is put into the page after this script has run, hence the document.
for (const name of ["input", "change"]) document.addEventListener(name, changed);
// The calendar of a field announces its choice only when the field is left.
document.addEventListener("focusout", changed);
