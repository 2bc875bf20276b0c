"""Makes the weights of the learned tagger again, from labelled articles; see its README."""
