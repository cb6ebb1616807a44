"""Legacy documents become drafts: a reader gives located pieces, a lexicon maps them, nothing is lost or guessed."""
