"""The names of verdicts on strategies, and of the conditions of a theory in which some or all are withheld."""

HARMFUL, WEAK, NEGLIGIBLE, REDUNDANT = "harmful", "weak", "negligible", "redundant"
UNDECIDED, DOMINATED, ENABLER, FAIR, PULLS = "undecided", "dominated", "enabler", "fair", "pulls-its-weight"
# The first that holds is the main verdict.
VERDICTS = (HARMFUL, WEAK, NEGLIGIBLE, REDUNDANT, UNDECIDED, DOMINATED, ENABLER, FAIR, PULLS)

SOUND, SATURATED, COLLAPSED = "sound", "saturated", "collapsed"
UNSETTLED, TOO_FEW, MIXED = "unsettled", "too-few", "mixed-efforts"
