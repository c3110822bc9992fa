// Tells beside the printed hours of a hotline whether somebody answers now, by the clock of Prishtina.

const DAY = 24 * 60;
const WEEK = 7 * DAY;
const EVERY = 20_000;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WORDS = {
  sq: {
    open: "Linja tani është e hapur",
    closed: "Linja tani është e mbyllur",
    today: (time) => `hapet në orën ${time}`,
    tomorrow: (time) => `hapet nesër në orën ${time}`,
    later: (day, time) => `hapet ${day} në orën ${time}`,
    days: ["të hënën", "të martën", "të mërkurën", "të enjten", "të premten", "të shtunën", "të dielën"],
  },
  "sr-Latn": {
    open: "Linija sada radi",
    closed: "Linija sada ne radi",
    today: (time) => `počinje sa radom u ${time}`,
    tomorrow: (time) => `počinje sa radom sutra u ${time}`,
    later: (day, time) => `počinje sa radom u ${day} u ${time}`,
    days: ["ponedeljak", "utorak", "sredu", "četvrtak", "petak", "subotu", "nedelju"],
  },
  en: {
    open: "Open now",
    closed: "Closed now",
    today: (time) => `opens at ${time}`,
    tomorrow: (time) => `opens tomorrow at ${time}`,
    later: (day, time) => `opens on ${day} at ${time}`,
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  },
};
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Belgrade",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

// Minutes since Monday at midnight, as the clocks in Prishtina show them.
function now() {
  const part = Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return DAYS.indexOf(part.weekday) * DAY + Number(part.hour) * 60 + Number(part.minute);
}

function sentence(hours, words) {
  const minute = now();
  const spans = hours.split(" ").map((span) => span.split("-").map(Number));
  const within = ([start, end]) =>
    (start <= minute && minute < end) || (start <= minute + WEEK && minute + WEEK < end);
  if (spans.some(within)) return words.open;
  const wait = Math.min(...spans.map(([start]) => (start - minute + WEEK) % WEEK));
  const next = (minute + wait) % WEEK;
  const time = [Math.floor((next % DAY) / 60), next % 60].map((n) => String(n).padStart(2, "0")).join(":");
  const days = Math.floor(((minute % DAY) + wait) / DAY);
  const when =
    days === 0 ? words.today(time)
    : days === 1 ? words.tomorrow(time)
    : words.later(words.days[Math.floor(next / DAY)], time);
  return `${words.closed}, ${when}`;
}

function show() {
  const words = WORDS[document.documentElement.lang];
  if (!words) return;
  for (const place of document.querySelectorAll("[data-hours]")) {
    const text = sentence(place.dataset.hours, words);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = false;
  }
}

show();
if (document.querySelector("[data-hours]")) {
  setInterval(show, EVERY);
  // A page that was kept open or comes back from the browser's memory.
  addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show);
}
