"""Makes be-vietnam-pro-<weight>.woff2: one file a weight with all that Vietnamese text needs, its digits all of one width.

The family comes as a file of Latin and one of Vietnamese letters: a browser cuts "Nguyễn 0912" into a run for each file and shapes every
run by itself. In one file a line of text is one run. The family has no tabular figures (no 'tnum' feature), so codes, dates and amounts
would not stand in columns: the shapes are the family's own, only their side bearings change, and no kerning touches them. SIL Open Font
License 1.1, as the family (see README.md).

    pip install fonttools brotli
    python3 renderer/fonts/make-faces.py
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import subset
from fontTools.merge import Merger
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCE = HERE.parent.parent / "node_modules/@fontsource/be-vietnam-pro/files"
#: Units of 1000: the usual advance of the family's figures, and the least room a figure keeps on each side.
ADVANCE = 650
LEAST_BEARING = 18
DIGITS = range(ord("0"), ord("9") + 1)


def only(font: TTFont, codes: set[int], *, features: bool) -> TTFont:
    options = subset.Options()
    options.layout_features = ["*"] if features else []
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    return font


def in_columns(font: TTFont, weight: int) -> TTFont:
    glyphs = font.getGlyphSet()
    for code in DIGITS:
        name = font.getBestCmap()[code]
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        left, _, right, _ = pen.bounds
        bearing = (ADVANCE - (right - left)) // 2
        assert bearing >= LEAST_BEARING, f"{chr(code)} is too wide for {ADVANCE} at weight {weight}"
        outline = font["glyf"][name]
        outline.coordinates.translate((bearing - left, 0))
        outline.recalcBounds(font["glyf"])
        font["hmtx"][name] = (ADVANCE, round(bearing))
    return font


for weight in (400, 500, 600):
    latin, vietnamese = (SOURCE / f"be-vietnam-pro-{part}-{weight}-normal.woff2" for part in ("latin", "vietnamese"))
    letters = set(TTFont(latin).getBestCmap()) - set(DIGITS)
    parts = [
        only(TTFont(latin), letters, features=True),
        only(TTFont(vietnamese), set(TTFont(vietnamese).getBestCmap()) - letters - set(DIGITS), features=True),
        in_columns(only(TTFont(latin), set(DIGITS), features=False), weight),
    ]
    with TemporaryDirectory() as folder:
        files = []
        for number, part in enumerate(parts):
            part.flavor = None
            files.append(f"{folder}/{number}.ttf")
            part.save(files[-1])
        whole = Merger().merge(files)
    whole.flavor = "woff2"
    whole.save(HERE / f"be-vietnam-pro-{weight}.woff2")
