/* Tells wagtail-localize's editor where the admin's choosers are; the addresses stand on the script's tag. */
window.chooserUrls ??= { ...document.currentScript.dataset };
