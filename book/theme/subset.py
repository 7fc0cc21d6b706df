"""Cuts the typefaces down to the letters that the built book shows. Needs fontTools and brotli (`pip install`).

    cargo xtask book build
    python3 book/theme/subset.py LOOK KATEX

LOOK is a folder with the full NN Serif, NN Display, NN Sans and NN Mono (see fonts/OFL.txt for what they come from),
KATEX the `fonts` of npm's KaTeX. A letter of the text that is missing is drawn in the reader's own typeface. One that
is missing in a formula fails a test of the builder, which reads `katex/characters.txt`.
"""

import html
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

BOOK = Path(__file__).resolve().parent.parent
LOOK, KATEX = map(Path, sys.argv[1:3])

scripts = [*BOOK.glob("src/**/*.js"), *BOOK.glob("widgets/*.js")]
pages = [page.read_text() for page in BOOK.glob("html/**/*.html")]
shown = html.unescape(re.sub(r"<[^>]+>", " ", " ".join(pages)))
ascii_letters = set(map(chr, range(32, 127)))
used = set(shown) | {c for script in scripts for c in script.read_text()} | ascii_letters | set("“”‘’–—…·×−°²³½é")
words = {c for c in used if not "\u2500" <= c <= "\u259f"}
greek = {c for c in used if "\u0370" <= c < "\u0400"}
plain = ascii_letters | set("“”‘’–—…·×−é")
characters = BOOK / "theme/katex/characters.txt"
formulas = set(characters.read_text()) - {"\n"}


def cut(source, target, letters, features):
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(c) for c in letters if ord(c) < 0x2800])
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(target)


for name, letters in {
    "serif-latin": words, "sans-latin": words, "mono-latin": used, "serif-italic-latin": plain, "display-latin": plain,
    "serif-greek": greek, "sans-greek": greek, "mono-greek": greek,
}.items():
    # Kerning is a third of a file; it shows at the size of headings.
    kerning = ["kern"] if name == "display-latin" else []
    cut(LOOK / f"{name}.woff2", BOOK / f"theme/fonts/{name}.woff2", letters, [*kerning, "lnum", "tnum"])

for name, letters in {
    "Main-Regular": formulas,
    "Main-Bold": {c for c in formulas if c.isascii() and c.isalnum()},
    "Math-Italic": {c for c in formulas if c.isalpha()},
    # Only the T of a transpose.
    "SansSerif-Regular": {"T"},
    "Size1-Regular": formulas,
    "Size2-Regular": formulas,
}.items():
    file = f"KaTeX_{name}.woff2"
    cut(KATEX / file, BOOK / f"theme/katex/fonts/{file}", letters, ["*"])
