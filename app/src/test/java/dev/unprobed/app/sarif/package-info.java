/** Tests of the SARIF writer. */
@NullMarked
package dev.unprobed.app.sarif;

import org.jspecify.annotations.NullMarked;
