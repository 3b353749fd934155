"""python3 -m prometheus_express"""

import sys

from .cli import main

sys.exit(main())
