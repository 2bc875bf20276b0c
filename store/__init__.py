"""Articles in, statements out: turns articles into statements, keeps them and finds them."""
