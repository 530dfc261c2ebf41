"""Makes figures-<weight>.woff2: the ten digits of Be Vietnam Pro, all of one width.

The family has no tabular figures (no 'tnum' feature), so codes, dates and amounts would not stand in columns. The shapes are the
family's own; only their side bearings change. SIL Open Font License 1.1, as the family (see README.md).

    pip install fonttools brotli
    python3 renderer/fonts/make-figures.py
"""

from pathlib import Path

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCE = HERE.parent.parent / "node_modules/@fontsource/be-vietnam-pro/files"
#: Units of 1000: the usual advance of the family's figures, and the least room a figure keeps on each side.
ADVANCE = 650
LEAST_BEARING = 18

for weight in (400, 500, 600):
    font = TTFont(SOURCE / f"be-vietnam-pro-latin-{weight}-normal.woff2")
    options = subset.Options()
    options.layout_features = []
    options.notdef_outline = False
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=range(ord("0"), ord("9") + 1))
    cutter.subset(font)
    glyphs = font.getGlyphSet()
    for code in range(ord("0"), ord("9") + 1):
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
    font.flavor = "woff2"
    font.save(HERE / f"figures-{weight}.woff2")
