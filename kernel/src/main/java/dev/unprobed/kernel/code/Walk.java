package dev.unprobed.kernel.code;

import java.util.Set;

/**
 * What a walk through a function found out about all ways through it.
 *
 * @param always the sites of calls that matter which lie on every way through the function, but for
 *     ways that end in failure: a negative number other than -ENODEV is returned, or the result of
 *     a call that is known to have failed
 * @param repeated the sites of calls that matter which one way came to several times, as in a loop
 * @param complete whether every way was walked; false for jump tables and very long functions
 */
public record Walk(Set<Long> always, Set<Long> repeated, boolean complete) {}
