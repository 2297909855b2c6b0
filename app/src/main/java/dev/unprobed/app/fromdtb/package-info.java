/**
 * The part of a configuration that boards need, from their device trees: which nodes there are, who
 * in the sources drives them, which symbols build that, and whether these keep their values.
 */
@NullMarked
package dev.unprobed.app.fromdtb;

import org.jspecify.annotations.NullMarked;
