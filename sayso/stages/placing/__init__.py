"""Parts of the stage `place`."""
