"""`python -m studyguide` is `scripts/guide` without the set-up."""

import sys

from studyguide.cli import main

sys.exit(main(sys.argv[1:]))
