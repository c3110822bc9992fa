"""Takes pictures of the style page that are the same on every machine, and compares them.

Text is set in the font of our social images, because system fonts differ, and heavy text a little larger,
as the font has one weight; pictures become grey areas, because encoders differ; the clock stands still,
because the hotlines say whether somebody answers now.
"""

import datetime
import io
from base64 import b64encode
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ARGUMENTS

# What machines and versions of Chromium decide in their own way.
STEADY = [
    *ARGUMENTS,
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
]
FILE = Path(__file__).parents[2] / "pvpt" / "cards" / "card.ttf"
FONT = f"data:font/ttf;base64,{b64encode(FILE.read_bytes()).decode()}"
STILL = f"""
@font-face {{ font-family: Still; src: url("{FONT}"); }}
@font-face {{ font-family: Still; src: url("{FONT}"); font-weight: 600 900; size-adjust: 106%; }}
:root {{ --serif: Still; --sans: Still; }}
*, ::before, ::after {{ animation: none !important; transition: none !important; caret-color: transparent; }}
img:not(.logo) {{ filter: contrast(0); }}
"""
LOADED = """async () => {
  const images = Array.from(document.images);
  for (const image of images) image.loading = "eager";
  await Promise.all(images.map((image) => image.decode()));
  await document.fonts.load("16px Still");
  await document.fonts.ready;
}"""
NOON = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)
# Averaged over cells of so many pixels, the edges of letters look alike whoever draws them, and a change of
# colour, size or place does not.
CELL = 4
# How far a cell may be away, of 255, and how many cells may be further away. Measured with Chromium 156:
# other hinting, anti-aliasing and colour profile change no cell, another colour of the dots on the time line
# changes 32, an accent that is lighter by 6 % 153, a space of 2 px more than 20,000.
FAR = 8
FEW = 16


def still(page: Page, address: str) -> None:
    """Open the address and take out what differs between machines."""
    page.clock.set_fixed_time(NOON)
    page.goto(address)
    page.add_style_tag(content=STILL)
    page.evaluate(LOADED)


def take(page: Page) -> Image.Image:
    """Return the picture of the whole page, at half its size: still to be read, and a third of the bytes."""
    return Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB").reduce(2)


def save(picture: Image.Image, path: Path) -> None:
    """Keep a picture as it is: a palette would hide small changes of colour."""
    path.parent.mkdir(exist_ok=True)
    picture.save(path, "WEBP", lossless=True, method=6, quality=100)


def difference(reference: Image.Image, actual: Image.Image) -> tuple[int, Image.Image]:
    """Return how many cells differ, and a picture that shows them in red."""
    size = max(reference.width, actual.width), max(reference.height, actual.height)
    cells = []
    for picture in (reference, actual):
        # What one of them lacks is black there, and so differs.
        whole = Image.new("RGB", size)
        whole.paste(picture)
        cells.append(whole.reduce(CELL))
    red, green, blue = ImageChops.difference(*cells).split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 * (value > FAR))
    shown = Image.blend(cells[1].resize(size), Image.new("RGB", size, "white"), 0.6)
    shown.paste((208, 0, 0), mask=far.resize(size, Image.Resampling.NEAREST))
    return sum(far.histogram()[1:]), shown


def steady(browser: Browser) -> Browser:
    """Start another browser of the kind, one that draws as little in its own way as can be."""
    return browser.browser_type.launch(executable_path="/usr/bin/chromium", args=STEADY)
