"""Parts of the stage `mention`."""
