"""What a workspace or server may see, as a condition for queries over `article`."""

# What a scope sees: its own articles and everyone's, each text once.
VISIBLE = """
    (article.scope = '' OR article.scope = :scope AND article.digest NOT IN
        (SELECT digest FROM article WHERE scope = ''))
"""
