"""Statements that are one utterance, in other outlets and other translations, kept in groups.

A group is the statement that founded it and those that are alike to *that* one: never to each
other only, so that no chain of small differences grows into one. Who founds is settled by order,
what everyone sees before what one scope sees, and the first loaded first: each statement in this
order joins the founder that it is most alike to, and the first of equals; one that is alike to
none founds. So the groups are what they would be had all been loaded anew, whatever was removed
or came since; and as no scope's statements are founders for others, no group shows one scope that
there is something in another.

Nobody's statements, and those that extraction is not sure enough of, are in no group.
"""

from __future__ import annotations

from store.variants.folding import fold, group
from store.variants.groups import join, join_all, leave
from store.variants.likeness import nearly_the_same

__all__ = ["fold", "group", "join", "join_all", "leave", "nearly_the_same"]
