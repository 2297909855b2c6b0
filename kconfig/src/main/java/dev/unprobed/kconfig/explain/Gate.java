package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Property;
import java.util.List;

/**
 * A line that does not apply, or not fully: a prompt, a default, a select.
 *
 * @param blockers all of them would have to change
 */
public record Gate(Property line, List<Blocker> blockers) {}
