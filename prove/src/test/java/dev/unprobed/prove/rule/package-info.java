/** Rules, from the text to the verdict. */
@NullMarked
package dev.unprobed.prove.rule;

import org.jspecify.annotations.NullMarked;
