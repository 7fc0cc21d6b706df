"""Cuts the typefaces down to the letters that the built book shows, and a few more.

    pip install fonttools brotli
    npm install --prefix FOLDER source-serif@4.5.1 source-sans@3.52.0 source-code-pro@2.42.0 katex@0.18.5
    cargo xtask book build
    python3 book/theme/subset.py FOLDER/node_modules

Afterwards `fonts/letters.json` says which letters there are. The check `letters` of `cargo xtask book test` compares it
with what the pages show: a letter that is missing would be drawn in the reader's own typeface. One that is missing in a
formula fails a test of the builder, which reads `katex/characters.txt`.
"""

import html
import json
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

BOOK = Path(__file__).resolve().parent.parent
FONTS = BOOK / "theme/fonts"
PACKAGES = Path(sys.argv[1])

SERIF = "source-serif/VAR/SourceSerif4Variable-Roman.ttf"
ITALIC = "source-serif/VAR/SourceSerif4Variable-Italic.ttf"
SANS = "source-sans/VF/SourceSans3VF-Upright.ttf"
MONO = "source-code-pro/VF/SourceCodeVF-Upright.ttf"
# The file, the weights, and the size that it is drawn for, where it has one. Headings are large, and cut for that.
FACES = {
    "serif": ("NN Serif", SERIF, {"wght": (400, 600), "opsz": 17}),
    "serif-italic": ("NN Serif Italic", ITALIC, {"wght": 400, "opsz": 17}),
    "display": ("NN Display", SERIF, {"wght": 400, "opsz": 44}),
    "sans": ("NN Sans", SANS, {"wght": (400, 600)}),
    "mono": ("NN Mono", MONO, {"wght": 400}),
}

scripts = [*BOOK.glob("src/**/*.js"), *BOOK.glob("widgets/*.js")]
pages = [page.read_text() for page in BOOK.glob("html/**/*.html")]
shown = html.unescape(re.sub(r"<[^>]+>", " ", " ".join(pages)))
ascii_letters = set(map(chr, range(32, 127)))
# What the next page may need: it should not wait for new typefaces.
likely = set("“”‘’„–—…·×÷±−°²³½⅓¼éèüöäñçß←↑→↓↔⇒≤≥≠≈∞∈∂∇√∑∏⊙′″‖ℝℓ₀₁₂₃₄₅₆₇₈₉₊₋⁰¹⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵀᵢⱼₖₗₙₒₜᵃ✓ŷŶȳŵĝ")
used = set(shown) | {c for script in scripts for c in script.read_text()} | ascii_letters | likely
greek = set("αβγδεζηθικλμνξοπρςστυφχψωϕϵΓΔΘΛΞΠΣΦΨΩ")
cyrillic = {chr(c) for c in [*range(0x410, 0x450), 0x401, 0x451, 0x2116]}
latin = used - greek - cyrillic
words = {c for c in latin if not "\u2500" <= c <= "\u259f"}
plain = ascii_letters | set("“”‘’–—…·×−éèüöäß")
# A Greek letter in italics is a name, and takes no file of its own.
slanted = plain | set("αβγδεηθλμσŷŶȳ")


def cut(source, target, letters, features, name=None, limits=None):
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(c) for c in letters])
    cutter.subset(font)
    if limits:
        font = instancer.instantiateVariableFont(font, limits)
    if name:
        # The licence reserves the original name.
        for record in list(font["name"].names):
            if record.nameID not in (0, 5, 13, 14):
                font["name"].removeNames(nameID=record.nameID)
        for number, text in {1: name, 2: "Regular", 4: name, 6: name.replace(" ", "")}.items():
            font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(target)


for face, (name, source, limits) in FACES.items():
    scripts_of = {"latin": {"mono": latin, "serif-italic": slanted, "display": plain}.get(face, words), "cyrillic": cyrillic}
    if face not in ("display", "serif-italic"):
        scripts_of["greek"] = greek
    for script, letters in scripts_of.items():
        # All letters of mono have one width, and Greek ones stand alone.
        kerning = [] if face == "mono" or script == "greek" else ["kern"]
        target = FONTS / f"{face}-{script}.woff2"
        cut(PACKAGES / source, target, letters, [*kerning, "lnum", "tnum"], name, limits)

there = {}
for file in sorted(FONTS.glob("*.woff2")):
    face = file.stem.rsplit("-", 1)[0]
    there[face] = there.get(face, set()) | {chr(c) for c in TTFont(file).getBestCmap() if c > 126}
text = json.dumps({face: "".join(sorted(letters)) for face, letters in sorted(there.items())}, ensure_ascii=False, indent=1)
(FONTS / "letters.json").write_text(text + "\n")

formulas = set((BOOK / "theme/katex/characters.txt").read_text()) - {"\n"}
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
    cut(PACKAGES / "katex/dist/fonts" / file, BOOK / f"theme/katex/fonts/{file}", letters, ["*"])
