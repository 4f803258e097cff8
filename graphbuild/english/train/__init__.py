"""How the shipped English pipeline is made; needs the `train` extra. See README.md here."""
