/** Which lines of Kconfig files make something impossible. */
@NullMarked
package dev.unprobed.prove.reason;

import org.jspecify.annotations.NullMarked;
