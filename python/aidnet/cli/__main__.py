"""``python -m aidnet.cli``: as ``aidnet``."""

import sys

from aidnet.cli import main

sys.exit(main())
