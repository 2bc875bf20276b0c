"""Reports of wrong speakers, what editors ruled on them, and the log of who did.

A ruling is kept by the text of its article and the place of the words in it, not by the number of
a statement: it holds again whenever that text is written down again, in every copy of it and in
every version of the article that has the words. One of a workspace or server
holds there alone: where the article is everyone's, that scope gets an article of its own to see in
its place (`own`). One of the shell holds for everyone, but where a scope has ruled for itself.
"""

from __future__ import annotations

from store.corrections.desk import Corrections
from store.corrections.posted import Posted
from store.corrections.reports import LONGEST_NAME, LONGEST_WHY

__all__ = ["LONGEST_NAME", "LONGEST_WHY", "Corrections", "Posted"]
