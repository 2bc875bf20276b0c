"""English: every word that the extraction knows. Keys are lower case, with straight apostrophes."""

from __future__ import annotations

from store.extraction.languages.en.cues import *
from store.extraction.languages.en.dates import *
from store.extraction.languages.en.forms import *
from store.extraction.languages.en.grammar import *
from store.extraction.languages.en.hedges import *
from store.extraction.languages.en.marks import *
from store.extraction.languages.en.outlets import *
from store.extraction.languages.en.people import *
from store.extraction.languages.en.polarity import *
from store.extraction.languages.en.unreal import *
