/** The tree's own conf, which has the last word on configurations that proofs produce. */
@NullMarked
package dev.unprobed.app.replay;

import org.jspecify.annotations.NullMarked;
