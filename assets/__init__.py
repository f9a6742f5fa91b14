"""assets: icons, the style sheet, the small evaluation sets and the packaging. Data beside the code; nothing imports it
for its own sake, but being a package is what installs it."""
