/**
 * conf's targets: what {@code make olddefconfig}, {@code allmodconfig}, {@code randconfig} and the
 * others do (conf.c). {@link dev.unprobed.kconfig.target.Conf} is the way in.
 */
@NullMarked
package dev.unprobed.kconfig.target;

import org.jspecify.annotations.NullMarked;
