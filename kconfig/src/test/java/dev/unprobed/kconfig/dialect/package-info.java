/** The rules of old kernels and of other projects, each by the smallest tree that shows it. */
@NullMarked
package dev.unprobed.kconfig.dialect;

import org.jspecify.annotations.NullMarked;
