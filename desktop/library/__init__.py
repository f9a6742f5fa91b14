"""The models page and the first run: choosing, fetching, importing, moving and switching models."""
