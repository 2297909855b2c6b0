/**
 * Finds a kernel's source for somebody who names none.
 *
 * <p>{@link dev.unprobed.app.report.source.KernelSource} looks for what Debian has: the source
 * package that is installed in /usr/src, what was unpacked before, else the package itself, which
 * apt fetches without installing it. Of the source only what Kconfig needs is unpacked, a few dozen
 * megabytes instead of more than a gigabyte, into the user's cache. Without any of it there is the
 * sample tree that comes with unprobed.
 */
@NullMarked
package dev.unprobed.app.report.source;

import org.jspecify.annotations.NullMarked;
