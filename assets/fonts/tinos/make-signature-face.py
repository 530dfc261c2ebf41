"""Makes tinos-signature.ttf: the face a visible signature is drawn with, cut down once so that no signature waits for it.

Vietnamese, Latin and extended Latin (names such as Ksor H'Bŏt), no hinting, no layout features: text is composed (NFC) first.
SIL Open Font License 1.1, as the family (OFL.txt).

    npm pack @expo-google-fonts/tinos@0.4.2 && tar xzf expo-google-fonts-tinos-0.4.2.tgz
    python3 assets/fonts/tinos/make-signature-face.py package/400Regular/Tinos_400Regular.ttf
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1A0, 0x1B0),
    (0x300, 0x304),
    (0x306, 0x309),
    (0x323, 0x323),
    (0x1E00, 0x1EF9),
    (0x2010, 0x2026),
    (0x20AB, 0x20AB),
]

font = TTFont(sys.argv[1])
options = subset.Options()
options.layout_features = []
options.hinting = False
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
cutter = subset.Subsetter(options)
cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
cutter.subset(font)
font.save(Path(__file__).parent / "tinos-signature.ttf")
