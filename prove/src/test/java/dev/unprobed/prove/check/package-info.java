/** Tests of the checks: by small files, by enumeration, and against conf's own warnings. */
@NullMarked
package dev.unprobed.prove.check;

import org.jspecify.annotations.NullMarked;
