"""The same article again: whether it is the same, a copy elsewhere, or a version; and what follows.

`identity` decides which articles a text that is loaded may be, `arriving` what is done with it,
`matching` what became of the statements of a version, `succession` puts one version in the place
of another, for everyone and for each scope that has its own; `desk` is where people withdraw
articles and tell what was not known of them.

Nothing is ever deleted: what is out of sight keeps its rows, and the numbers of its statements.
"""
