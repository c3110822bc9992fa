"""Draws the picture of a title: 1200 x 630, the site's colours, lines of about the same length."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
FOLDER = Path(__file__).parent
INK, SOFT = "#12343b", "#43595c"
LEFT, TOP, WIDTH, HEIGHT = 72, 158, 1056, 290
FOOT = 486
# The largest that lets the title fit into its lines is taken: size and number of lines.
SIZES = [(76, 3), (62, 4), (54, 4), (46, 5), (40, 6)]
LEADING = 1.16
# In no font: it shows what a missing letter looks like.
NOWHERE = "\uffff"


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font in a size."""
    # The simple layout, which is the same wherever Pillow runs.
    return ImageFont.truetype(FOLDER / "card.ttf", size, layout_engine=ImageFont.Layout.BASIC)


@cache
def ground() -> Image.Image:
    """Return what all pictures have in common."""
    with Image.open(FOLDER / "ground.png") as picture:
        return picture.convert("RGB")


@cache
def has_letter(letter: str) -> bool:
    """Tell whether the font can write the letter."""
    missing, found = (font(40).getmask(text, mode="L") for text in (NOWHERE, letter))
    return letter.isspace() or bytes(found) != bytes(missing)


def writable(text: str) -> str:
    """Return the text without letters that would come out as empty boxes."""
    return " ".join("".join(letter for letter in text if has_letter(letter)).split(" "))


def wrap(words: list[str], size: int, width: float) -> list[str]:
    """Return the lines of the words, each filled as far as the width allows."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font(size).getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def balanced(words: list[str], size: int) -> list[str]:
    """Return as few lines as the words need, of about the same length."""
    fewest = len(wrap(words, size, WIDTH))
    low, high = 0, WIDTH
    while high - low > 8:
        middle = (low + high) // 2
        if len(wrap(words, size, middle)) <= fewest:
            high = middle
        else:
            low = middle
    return wrap(words, size, high)


def layout(title: str) -> tuple[int, list[str]]:
    """Return the size and the lines; a title that is too long for the smallest size ends with dots."""
    words = title.split(" ")
    for size, most in SIZES:
        lines = balanced(words, size)
        if len(lines) <= most and all(font(size).getlength(line) <= WIDTH for line in lines):
            return size, lines
    lines = wrap(words, size, WIDTH)
    kept = [shortened(line, size) for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = shortened(kept[-1] + "…", size)
    return size, kept


def shortened(line: str, size: int) -> str:
    """Return the line, cut where it is too long for the picture."""
    if font(size).getlength(line) <= WIDTH:
        return line
    while line and font(size).getlength(line + "…") > WIDTH:
        line = line[:-1]
    return line.rstrip(" …") + "…"


def draw(title: str, foot: str) -> bytes:
    """Return the picture as JPEG, with the name of the organisation at its foot."""
    picture = ground().copy()
    canvas = ImageDraw.Draw(picture)
    size, lines = layout(writable(title))
    step = size * LEADING
    top = TOP + (HEIGHT - step * len(lines)) / 2
    for number, line in enumerate(lines):
        canvas.text((LEFT, top + number * step), line, font=font(size), fill=INK)
    canvas.text((LEFT, FOOT), shortened(writable(foot), 24), font=font(24), fill=SOFT)
    file = BytesIO()
    picture.save(file, "JPEG", quality=84, subsampling=0)
    return file.getvalue()
