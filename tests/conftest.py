"""Settings of all tests: what a property takes on a busy machine says nothing about it."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
