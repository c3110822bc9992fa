// Leaves the site in Firefox and goes back five times; driven by tests/firefox.py.
// Arguments: folder with puppeteer-core, Firefox, address of the site, address of the neutral site.
import { createRequire } from "node:module";

const [folder, executablePath, site, neutral] = process.argv.slice(2);
const puppeteer = createRequire(`${folder}/`)("puppeteer-core");
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
console.log(await browser.version());
const page = await browser.newPage();
const shows = [];
page.on("console", (message) => shows.push(message.text()));
// Tells of every page that begins to show, and of every moment in which one of ours could be read.
await page.evaluateOnNewDocument(() => {
  const ours = location.hostname === "localhost";
  addEventListener("pageshow", () => console.log(`at ${location.href}`));
  if (!ours) return;
  const look = () => {
    const shown = getComputedStyle(document.documentElement).visibility === "visible";
    if (shown && document.body?.innerText.trim().length > 40) console.log(`seen ${location.pathname}`);
  };
  addEventListener("DOMContentLoaded", look);
  addEventListener("pageshow", () => setTimeout(look));
  setInterval(look, 5);
});

async function until(condition, what) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not seen: ${what}; but ${shows.slice(-5)}`);
}
const at = (address) => () => shows.includes(`at ${address}`);
async function act(action, address) {
  shows.length = 0;
  // After the answer to us, which the navigation would cut off.
  await page.evaluate(`void setTimeout(() => { ${action} }, 20)`);
  await until(at(address), address);
}

for (const way of ["the button", "Shift three times"]) {
  await page.goto(`${neutral}/start`);
  await page.goto(`${site}/en/`);
  for (const path of ["mission-and-background", "board", "cooperation", "news"]) {
    await act(`document.querySelector('.main-menu a[href$="/${path}/"]').click()`, `${site}/en/${path}/`);
  }
  await act("history.back()", `${site}/en/cooperation/`);
  await until(() => shows.some((text) => text.startsWith("seen")), "the page itself");
  await act("history.forward()", `${site}/en/news/`);
  shows.length = 0;
  if (way === "the button") await page.click(".strip-exit");
  else for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await until(at(`${neutral}/exit_en`), "the neutral page");
  for (const address of [...Array(4).fill("exit_en"), "start"]) {
    await act("history.back()", `${neutral}/${address}`);
    const seen = shows.filter((text) => text.startsWith("seen"));
    if (seen.length) throw new Error(`Back showed a page of the visit: ${seen}`);
    console.log(`${way}: Back shows ${neutral}/${address}`);
  }
  shows.length = 0;
  await page.goto(`${site}/en/`);
  await until(() => shows.includes("seen /en/"), "the site, opened again");
  console.log(`${way}: afterwards the site opens: ${await page.title()}`);
}
await browser.close();
