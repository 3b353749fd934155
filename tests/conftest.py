"""What every Python suite can import: the generator as it stands in this tree, and the modules of this folder."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "generator"), str(HERE)]
