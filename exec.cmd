@rem What sh calls exec: npm runs its scripts with cmd on Windows, which has none. See docs/decisions.md.
@%*
