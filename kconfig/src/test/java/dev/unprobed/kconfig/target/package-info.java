/** Tests of conf's targets. */
@NullMarked
package dev.unprobed.kconfig.target;

import org.jspecify.annotations.NullMarked;
